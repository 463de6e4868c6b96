/** How large the bundles are, and how much of each is third-party code. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './kit/paths.ts'
import { against, NOTHING, type Report } from './kit/table.ts'

/** What a server may be at most, kB (10³ bytes). The command line is told apart by its name. */
const LIMIT = { whole: 850, thirdParty: 550 }
const META = join(ROOT, 'out', 'meta')

/** The part of esbuild's metafile that is read. */
interface Metafile {
  readonly outputs: Record<
    string,
    { readonly bytes: number; readonly inputs: Record<string, { bytesInOutput: number }> }
  >
}

/** Reads the metafiles of the last build. */
export async function size(): Promise<Report> {
  const rows = readdirSync(META)
    .flatMap((name) => Object.entries((JSON.parse(readFileSync(join(META, name), 'utf8')) as Metafile).outputs))
    // Metafiles of bundles that are no longer built stay behind.
    .filter(([path, { bytes }]) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.size === bytes)
    .map(([path, { bytes, inputs }]) => {
      const thirdParty = Object.entries(inputs).filter(([input]) => input.includes('node_modules/'))
      const whole = bytes / 1000
      const foreign = thirdParty.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) / 1000
      return [path, `${whole.toFixed(0)} kB`, ...limits(path, whole, foreign)]
    })
  return {
    title: 'Bundles',
    columns: ['bundle', 'minified', 'third-party', 'targets'],
    rows,
    notes: [],
  }
}

function limits(path: string, whole: number, foreign: number): string[] {
  const shown = `${foreign.toFixed(0)} kB`
  if (!path.includes('server/') || path.includes('postmortem')) return [shown, NOTHING]
  const both = [
    against(`${whole.toFixed(0)} kB`, `${LIMIT.whole} kB`, whole <= LIMIT.whole),
    against(shown, `${LIMIT.thirdParty} kB`, foreign <= LIMIT.thirdParty),
  ]
  return [shown, both.join(', ')]
}
