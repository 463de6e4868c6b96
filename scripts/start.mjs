// Opens a real VS Code with the extension on examples/: the desktop one when it is there, else one in the browser.
// Usage: npm start [-- --port N]. Ends with Ctrl-C.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installHost } from './lib/host-install.mjs'
import { installIntoNodeHost, startNodeHost } from './lib/node-host.mjs'
import { CACHE, ROOT } from './lib/paths.mjs'
import { mustRun, run } from './lib/run.mjs'

const { values } = parseArgs({ options: { port: { type: 'string', default: process.env.PORT ?? '8123' } } })
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number from 0 to 65535, not "${values.port}"`)
  process.exit(2)
}

await mustRun(process.execPath, [join(ROOT, 'scripts', 'package.mjs')])
const name = (await readdir(ROOT)).find((file) => file.endsWith('.vsix'))
if (!name) throw new Error('npm run package left no .vsix')
const vsix = join(ROOT, name)
const data = join(CACHE, 'start')
const extensions = join(data, 'extensions')
await mkdir(extensions, { recursive: true })
const examples = join(ROOT, 'examples')

if (await hasDesktop()) {
  const own = ['--user-data-dir', join(data, 'desktop'), '--extensions-dir', extensions]
  await mustRun('code', [...own, '--install-extension', vsix, '--force'], { quiet: true })
  console.log('Opening VS Code on examples/ …')
  await mustRun('code', [...own, '--wait', '--new-window', examples])
} else {
  await installHost()
  await installIntoNodeHost(vsix, extensions, data)
  const token = randomUUID()
  const host = await startNodeHost({ dataDir: data, extensionsDir: extensions, port, token })
  const folder = encodeURI(process.platform === 'win32' ? `/${examples.replaceAll('\\', '/')}` : examples)
  const address = `${host.origin}/?tkn=${token}&folder=${folder}`
  console.log(`\nVS Code with Post-Mortem on examples/ is at\n\n  ${address}\n\nCtrl-C ends it.`)
  openBrowser(address)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, async () => {
      await host.close()
      process.exit(0)
    })
  }
}

/** Whether `code` is a local desktop; in a remote session it would open a window on another machine. */
async function hasDesktop() {
  if (process.env.POSTMORTEM_START === 'browser') return false
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false
  return (await run('code', ['--version'], { quiet: true, timeout: 20_000 })).code === 0
}

/** @param {string} url */
function openBrowser(url) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const command = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open'
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}
