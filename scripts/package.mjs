// Builds and packs the extension: leaves one postmortem-<version>.vsix in the root.
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { thirdPartyNotices } from './lib/notices.mjs'
import { ROOT } from './lib/paths.mjs'
import { mustRun } from './lib/run.mjs'

for (const name of await readdir(ROOT)) if (name.endsWith('.vsix')) await rm(join(ROOT, name))
await mustRun(process.execPath, [join(ROOT, 'scripts', 'build.mjs')])
await writeFile(join(ROOT, 'ThirdPartyNotices.txt'), `${await thirdPartyNotices()}\n`)
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
const vsix = join(ROOT, `postmortem-${version}.vsix`)
const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce')
const options = ['--no-dependencies', '--readme-path', 'docs/extension.md', '--allow-missing-repository', '--out', vsix]
await mustRun(process.execPath, [vsce, 'package', ...options], { quiet: true })
console.log(`${vsix.slice(ROOT.length + 1)}  ${((await stat(vsix)).size / 1000).toFixed(0)} kB`)
