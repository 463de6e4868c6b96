import { once } from 'node:events'
import { createRequire } from 'node:module'
import { WEB_BUILD } from './paths.mjs'
import { QUIET_SETTINGS } from './settings.mjs'

const require = createRequire(import.meta.url)

/** What VS Code for the Web calls the folder that it is served. */
export const WEB_FOLDER = 'vscode-test-web://mount/'

/**
 * @typedef {object} WebHostOptions
 * @property {string} extension The unpacked extension, in a folder of its own.
 * @property {string} [suite] A bundled module below that folder, whose `run()` holds the tests.
 * @property {string} workspace The folder that is shown; what is written stays in the browser's memory.
 */

/**
 * Serves VS Code for the Web with an extension, on the loopback interface only. The workspace is a virtual file
 * system there, as on vscode.dev, and extensions run in a Worker.
 *
 * @param {WebHostOptions} options
 * @returns {Promise<import('./node-host.mjs').RunningHost>}
 */
export async function startWebHost(options) {
  const { runServer } = require('@vscode/test-web/out/server/main.js')
  const config = {
    extensionDevelopmentPath: options.extension,
    extensionTestsPath: options.suite,
    build: { type: 'static', location: WEB_BUILD, quality: 'stable', version: 'static' },
    folderMountPath: options.workspace,
    folderUri: WEB_FOLDER,
    esm: false,
    coi: false,
  }
  const server = await withoutLog(() => runServer('127.0.0.1', 0, config))
  if (!server.listening) {
    await once(server, 'listening')
  }
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * Sets the user settings of VS Code for the Web, which has no settings file.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} origin
 * @param {Record<string, unknown>} settings Beyond the quiet ones.
 * @returns {Promise<void>}
 */
export async function giveWebSettings(page, origin, settings) {
  await page.route(`${origin}/`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_, start, text) => {
        const options = JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
        options.configurationDefaults = { ...QUIET_SETTINGS, ...settings }
        const json = JSON.stringify(options).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
        return `${start}${json}"`
      },
    )
    await route.fulfill({ response, body })
  })
}

/**
 * The server of `@vscode/test-web` announces every folder that it serves.
 *
 * @template T
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
async function withoutLog(action) {
  const { log } = console
  console.log = () => undefined
  try {
    return await action()
  } finally {
    console.log = log
  }
}
