/** How large the bundles are, and how much of each is third-party code. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './kit/paths.ts'
import type { Report } from './kit/table.ts'

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
      const thirdPartyBytes = thirdParty.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)
      return [path, kilobytes(bytes), kilobytes(thirdPartyBytes)]
    })
  return {
    title: 'Bundles',
    columns: ['bundle', 'minified', 'third-party'],
    rows,
    notes: [],
  }
}

/** Bytes in kB (10³). */
function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
