import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'microsoft-edge']

/** Usual places of browsers that are not on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** What a browser for tests needs to run as root, without a GPU, and without calling home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * An installed browser: `CHROMIUM_PATH`, else one on the PATH, else one in its usual place.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    return existsSync(named) ? named : undefined
  }
  return NAMES.map(findOnPath).find((path) => path !== undefined) ?? PLACES.find((path) => existsSync(path))
}

/**
 * A browser, installed by the system's package manager when there is none and permissions allow.
 *
 * @returns {Promise<string>}
 * @throws {Error} Says what to install.
 */
export async function ensureChromium() {
  const found = findChromium()
  if (found) {
    return found
  }
  if (process.env['CHROMIUM_PATH']) {
    throw new Error(`CHROMIUM_PATH names no file: ${process.env['CHROMIUM_PATH']}`)
  }
  if (process.getuid?.() === 0 && findOnPath('apt-get')) {
    console.log('Installing Chromium with apt-get (once) …')
    const options = { quiet: true, timeout: 600_000, env: { DEBIAN_FRONTEND: 'noninteractive' } }
    const update = await run('apt-get', ['update'], options)
    const install = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
    const installed = findChromium()
    if (installed) {
      return installed
    }
    const tail = `${update.output}${install.output}`.trim().split('\n').slice(-5).join('\n')
    throw new Error(`No Chromium, and apt-get could not install one:\n${tail}`)
  }
  throw new Error(
    'No Chromium found. Install it (Debian, Ubuntu: sudo apt-get install chromium; others: Google Chrome or ' +
      'Microsoft Edge), or set CHROMIUM_PATH to the binary of one',
  )
}

/**
 * @param {string} name
 * @returns {string | undefined} The path of an executable on the PATH.
 */
export function findOnPath(name) {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name]
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const path of names.map((file) => join(folder, file))) {
      try {
        accessSync(path, constants.X_OK)
        return path
      } catch {
        // Not here.
      }
    }
  }
  return undefined
}
