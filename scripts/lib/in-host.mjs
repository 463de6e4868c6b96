import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'

/**
 * @typedef {object} HostRun
 * @property {string} url The workbench, told by its address what to run.
 * @property {(page: import('playwright-core').Page) => Promise<void>} [prepare] Before the page is loaded.
 * @property {(line: string) => void} [onLog] Called with what the tests print.
 * @property {number} timeout In ms.
 * @property {string} [screenshot] Where to leave a picture of the window when the tests do not end well.
 */

/**
 * Opens a workbench in a headless browser, and waits for the tests inside to report their exit code.
 *
 * @param {HostRun} options
 * @returns {Promise<number>} The exit code; 124 when the time was up.
 */
export async function runInHost(options) {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const code = new Promise((resolve) => {
      const timer = setTimeout(() => resolve(124), options.timeout)
      page.exposeFunction('codeAutomationExit', (/** @type {number} */ value) => {
        clearTimeout(timer)
        resolve(value)
      })
    })
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _level, /** @type {unknown[]} */ args) => {
      options.onLog?.(args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '))
    })
    await options.prepare?.(page)
    await page.goto(options.url)
    const result = await code
    if (result !== 0 && options.screenshot) {
      // Tests that end by themselves may close the window.
      await page.screenshot({ path: options.screenshot }).catch(() => undefined)
    }
    return result
  } finally {
    await browser.close()
  }
}
