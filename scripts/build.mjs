// Bundles client and server with esbuild. `--dev`: not minified, with source maps. Prints the size of each bundle, and
// fails when one is larger than it may be.
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { BUNDLES, buildOptions } from './lib/bundles.mjs'
import { OUT, ROOT } from './lib/paths.mjs'
import { kilobytes, sizeOf, tooLarge } from './lib/sizes.mjs'

const dev = process.argv.includes('--dev')
await rm(join(ROOT, 'dist'), { recursive: true, force: true })
await rm(join(ROOT, 'server', 'dist'), { recursive: true, force: true })
// What earlier builds took has no notice any more.
await rm(join(OUT, 'meta'), { recursive: true, force: true })
await mkdir(join(OUT, 'meta'), { recursive: true })
const sizes = []
for (const bundle of BUNDLES) {
  const { name } = bundle
  const { metafile } = await build({ ...buildOptions(bundle, ROOT, dev), metafile: true })
  // Names the packages that ship, for the third-party notices.
  await writeFile(join(OUT, 'meta', `${name.replaceAll('/', '-')}.json`), JSON.stringify(metafile))
  const size = sizeOf(name, metafile)
  sizes.push(size)
  const [all, packaged] = [kilobytes(size.total), kilobytes(size.thirdParty)]
  console.log(`${name.padEnd(32)} ${all.padStart(8)}, third-party ${packaged.padStart(8)}`)
}
// The npm package carries the pages that its diagnostics link to.
await rm(join(ROOT, 'server', 'docs'), { recursive: true, force: true })
await cp(join(ROOT, 'docs', 'rules'), join(ROOT, 'server', 'docs', 'rules'), { recursive: true })
await chmod(join(ROOT, 'server', 'bin', 'postmortem-language-server.js'), 0o755)
const complaints = dev ? [] : tooLarge(sizes)
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1
