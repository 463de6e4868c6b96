import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOST, ROOT } from './paths.mjs'
import { mustRun } from './run.mjs'

const RECIPE = join(ROOT, 'test', 'vscode', 'host')
const FILES = ['package.json', 'package-lock.json', '.npmrc']

/** The folder of VS Code inside the package that carries it. */
export const HOST_VSCODE = join(HOST, 'node_modules', 'code-server', 'lib', 'vscode')

/** VS Code 1.139 needs this Node; the checkout may use an older one. */
const HOST_NODE = { major: 22, minor: 15 }

/**
 * Installs VS Code with its Node extension host under `.vscode-test/host`, unless the version of the lock file is
 * installed. About 800 MB and half a minute.
 *
 * @returns {Promise<void>}
 * @throws {Error} When there is none for this platform or the registry cannot be reached.
 */
export async function installHost() {
  const wanted = await readFile(join(RECIPE, 'package-lock.json'), 'utf8')
  const stamp = join(HOST, 'installed.txt')
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) {
    hostNode()
    return
  }
  console.log('Installing VS Code with its Node extension host under .vscode-test/host (once, about 800 MB) …')
  await mkdir(HOST, { recursive: true })
  await rm(stamp, { force: true })
  for (const file of FILES) {
    await copyFile(join(RECIPE, file), join(HOST, file))
  }
  const quiet = { quiet: true, timeout: 600_000 }
  await mustRun('npm', ['ci', '--ignore-scripts'], { ...quiet, cwd: HOST })
  // Its shrinkwrap does not match its package.json, so `npm ci` fails. No native module is needed here.
  const inner = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  await mustRun('npm', inner, { ...quiet, cwd: HOST_VSCODE })
  hostNode()
  await writeFile(stamp, wanted)
}

/**
 * The Node that runs the host: the one that runs this script when it is new enough, else the one that was installed
 * along with the host.
 *
 * @returns {string} Path of the binary.
 * @throws {Error} When neither is new enough.
 */
export function hostNode() {
  const packaged = join(HOST, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) {
    return packaged
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > HOST_NODE.major || (major === HOST_NODE.major && minor >= HOST_NODE.minor)) {
    return process.execPath
  }
  const wanted = `${HOST_NODE.major}.${HOST_NODE.minor}`
  throw new Error(`VS Code's Node host needs Node ${wanted} or newer, this is ${process.versions.node}`)
}
