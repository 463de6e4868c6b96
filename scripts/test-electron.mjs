// The suite of the Node host through @vscode/test-electron: in a desktop VS Code, downloaded where that is possible,
// else in the host that scripts/lib/launcher.mjs starts. The desktop one needs a display: `xvfb-run -a npm run …`.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
  SilentReporter,
} from '@vscode/test-electron'
import { installHost } from './lib/host-install.mjs'
import { packedExtension } from './lib/host-suite.mjs'
import { installIntoNodeHost } from './lib/node-host.mjs'
import { CACHE, ROOT } from './lib/paths.mjs'
import { mustRun } from './lib/run.mjs'
import { bundleSuite, HARNESS, makeWorkspace } from './lib/suite.mjs'

/** Without a response, before a download is cancelled. */
const TIMEOUT_MS = 15_000

const vsix = await packedExtension()
const suite = await bundleSuite('node')
const data = await mkdtemp(join(tmpdir(), 'postmortem-electron-'))
const extensionsDir = join(data, 'extensions')
const workspace = await makeWorkspace()
try {
  const vscodeExecutablePath = await executable()
  const code = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: HARNESS,
    extensionTestsPath: suite,
    launchArgs: [workspace.folder, `--extensions-dir=${extensionsDir}`, `--user-data-dir=${join(data, 'data')}`],
  })
  console.log(code === 0 ? 'The suite passed.' : `The suite ended with ${code}.`)
  process.exitCode = code
} catch (error) {
  console.error(`The suite failed: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await workspace.remove()
  await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/**
 * A VS Code with the extension installed.
 *
 * @returns {Promise<string>}
 */
async function executable() {
  const desktop = await download()
  if (desktop) {
    const [cli = '', ...args] = resolveCliArgsFromVSCodeExecutablePath(desktop, { reuseMachineInstall: true })
    await mustRun(cli, [...args, '--install-extension', vsix, '--extensions-dir', extensionsDir], { quiet: true })
    return desktop
  }
  await installHost()
  await installIntoNodeHost(vsix, extensionsDir, data)
  return join(ROOT, 'scripts', 'lib', 'launcher.mjs')
}

/** @returns {Promise<string | undefined>} A desktop VS Code that starts here, undefined when there is none. */
async function download() {
  try {
    const options = { cachePath: join(CACHE, 'desktop'), timeout: TIMEOUT_MS, reporter: new SilentReporter() }
    const path = await downloadAndUnzipVSCode(options)
    if (process.platform === 'linux' && !process.env['DISPLAY']) throw new Error('there is no display')
    if (spawnSync(path, ['--version', '--no-sandbox'], { timeout: 60_000 }).error) throw new Error('it does not start')
    return path
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : error
    console.log(`No desktop VS Code (${why}): the Node extension host without a desktop takes its place.`)
    return undefined
  }
}
