import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOST_VSCODE, hostNode } from './host-install.mjs'
import { mustRun } from './run.mjs'
import { QUIET_SETTINGS } from './settings.mjs'

const SERVER = join(HOST_VSCODE, 'out', 'server-main.js')

/** Tests ask no registry of extensions for updates. */
const NO_GALLERY = JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' })

/**
 * @typedef {object} NodeHostOptions
 * @property {string} dataDir Where this VS Code keeps everything of its own: a fresh folder for each run.
 * @property {string} extensionsDir Where its extensions are installed.
 * @property {Record<string, unknown>} [settings] User settings beyond the quiet ones.
 * @property {boolean} [trust] True for workspace trust as users have it: folders open in Restricted Mode.
 * @property {boolean} [driver] True to let the address carry what to test.
 * @property {Record<string, string>} [env] Added to the environment of the extension host.
 * @property {number} [port] A free one by default.
 * @property {string} [token] What the address must carry as `tkn`; without one any page in the browser could get in.
 */

/**
 * @typedef {object} RunningHost
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {() => Promise<void>} close
 */

/**
 * Starts VS Code with its Node extension host, listening on the loopback interface only. {@link installHost} comes
 * first.
 *
 * @param {NodeHostOptions} options
 * @returns {Promise<RunningHost>}
 * @throws {Error} When it does not listen within a minute.
 */
export async function startNodeHost(options) {
  const settings = {
    ...QUIET_SETTINGS,
    'security.workspace.trust.enabled': options.trust === true,
    ...options.settings,
  }
  const user = join(options.dataDir, 'data', 'User')
  await mkdir(user, { recursive: true })
  await writeFile(join(user, 'settings.json'), JSON.stringify(settings, null, 2))
  const guard = options.token ? ['--connection-token', options.token] : ['--without-connection-token']
  const args = [SERVER, '--host', '127.0.0.1', '--port', String(options.port ?? 0), ...guard]
  args.push('--accept-server-license-terms', '--telemetry-level', 'off')
  args.push('--user-data-dir', join(options.dataDir, 'data'), '--server-data-dir', join(options.dataDir, 'server'))
  args.push('--extensions-dir', options.extensionsDir)
  if (!options.trust) {
    args.push('--disable-workspace-trust')
  }
  if (options.driver) {
    // A closed page never comes back; by default its extension host would wait for hours.
    args.push('--enable-smoke-test-driver', '--reconnection-grace-time', '1')
  }
  const child = spawn(hostNode(), args, {
    cwd: HOST_VSCODE,
    env: { ...hostEnvironment(), ...(options.driver && { EXTENSIONS_GALLERY: NO_GALLERY }), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const close = async () => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
    child.kill('SIGTERM')
    await exited
    clearTimeout(timer)
  }
  try {
    return { origin: `http://127.0.0.1:${await listeningPort(child)}`, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Installs a packed extension as a user would.
 *
 * @param {string} vsix
 * @param {string} extensionsDir
 * @param {string} dataDir
 * @returns {Promise<void>}
 */
export async function installIntoNodeHost(vsix, extensionsDir, dataDir) {
  const args = [SERVER, '--install-extension', vsix, '--force', '--accept-server-license-terms']
  args.push('--extensions-dir', extensionsDir, '--server-data-dir', join(dataDir, 'server'))
  args.push('--user-data-dir', join(dataDir, 'data'))
  await mustRun(hostNode(), args, { quiet: true, cwd: HOST_VSCODE, timeout: 120_000 })
}

/**
 * The address of a window that runs tests in its extension host.
 *
 * @param {string} origin
 * @param {{ folder?: string | undefined, extension: string, suite?: string }} paths what is opened, the extension that
 *   is being developed, and the bundled tests
 * @returns {string}
 */
export function testAddress(origin, { folder, extension, suite }) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${new URL(origin).host}${posixPath(path)}`
  const payload = [['extensionDevelopmentPath', remote(extension)]]
  if (suite) payload.push(['extensionTestsPath', remote(suite)])
  payload.push(['skipWelcome', 'true'])
  const shown = folder ? `folder=${encodeURIComponent(posixPath(folder))}` : 'ew=true'
  return `${origin}/?${shown}&payload=${encodeURIComponent(JSON.stringify(payload))}`
}

/** @param {string} path */
function posixPath(path) {
  return process.platform === 'win32' ? `/${path.replaceAll('\\', '/')}` : path
}

/** Without variables of a surrounding VS Code or test runner, which change the behaviour of a host. */
function hostEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|VITEST|NODE_OPTIONS$)/.test(name))
  return Object.fromEntries(kept)
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable,
 * import('node:stream').Readable>} child
 * @returns {Promise<number>}
 */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`VS Code did not start within a minute:\n${output}`)), 60_000)
    /** @param {Buffer} data */
    const read = (data) => {
      const text = data.toString()
      output = (output + text).slice(-10_000)
      if (text.includes('EADDRINUSE')) {
        clearTimeout(timer)
        reject(new Error('The port is in use: choose another with --port N'))
      }
      const port = /agent listening on (\d+)/.exec(output)?.[1]
      if (port) {
        clearTimeout(timer)
        resolve(Number(port))
      }
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`VS Code ended with ${code}:\n${output}`))
    })
  })
}
