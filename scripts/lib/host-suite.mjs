import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'
import { runInHost } from './in-host.mjs'
import { OUT, REPORTS, ROOT } from './paths.mjs'
import { Report } from './report.mjs'
import { mustRun, run } from './run.mjs'

/** In ms: the suite inside a host takes about ten seconds. */
const SUITE_TIMEOUT_MS = 240_000

/** In ms: all user tests of a host together. */
const USER_TIMEOUT_MS = 780_000

/**
 * Runs the suites of a host. When the host cannot run at all, that is a failure in CI, and skipped otherwise.
 *
 * @param {string} name of the host and its report: `node-host`
 * @param {() => Promise<void>} prepare Installs what is missing; its error says what could not be had.
 * @param {(report: Report) => Promise<void>} action
 * @returns {Promise<void>}
 */
export async function withReport(name, prepare, action) {
  const report = new Report(name)
  try {
    await ensureChromium()
    await prepare()
  } catch (error) {
    const why = `${name} cannot run here: ${error instanceof Error ? error.message : error}`
    if (process.env['CI']) report.fail(why)
    else report.skip(why)
    return report.write()
  }
  try {
    await action(report)
  } catch (error) {
    report.fail(`${name}: ${error instanceof Error ? error.stack : error}`)
  }
  await report.write()
}

/**
 * Runs the tests that run inside the extension host, and counts them.
 *
 * @param {Report} report
 * @param {string} name of the run
 * @param {string} url of the workbench, told by its address what to run
 * @param {(page: import('playwright-core').Page) => Promise<void>} [prepare]
 * @returns {Promise<void>}
 */
export async function runSuite(report, name, url, prepare) {
  console.log(`\n${name}`)
  const before = report.total
  /** @type {string[]} */
  const log = []
  const screenshot = join(OUT, 'screenshots', `${name.replaceAll(/\W+/g, '-')}.png`)
  const code = await runInHost({
    url,
    timeout: SUITE_TIMEOUT_MS,
    screenshot,
    ...(prepare && { prepare }),
    onLog(line) {
      log.push(line)
      if (!/^ {2,}\S/.test(line)) return
      console.log(line)
      report.takeLine(line, name)
    },
  })
  if (report.total === before) console.log(log.slice(-30).join('\n'))
  if (report.total === before || (code !== 0 && !report.hasFailures)) {
    report.fail(`${name}: it ended with ${code === 124 ? 'its time up' : code}, see ${screenshot}`)
  }
}

/**
 * Runs the tests that drive the workbench from outside, with keys and eyes. Arguments of the script are passed on to
 * vitest.
 *
 * @param {Report} report
 * @param {'node' | 'web'} host
 * @param {Record<string, string>} env what the kit reads: see test/kit/vscode/host.ts
 * @returns {Promise<void>}
 */
export async function runUserSuite(report, host, env) {
  console.log(`\nuser suite, ${host} host`)
  const file = join(REPORTS, `user-${host}.json`)
  await rm(file, { force: true })
  const browser = await chromium.launchServer({ executablePath: await ensureChromium(), args: CHROMIUM_FLAGS })
  try {
    const config = join(ROOT, 'test', 'vscode', 'vitest.config.ts')
    const args = [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', config]
    args.push('--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2))
    const options = {
      timeout: USER_TIMEOUT_MS,
      env: { ...env, POSTMORTEM_HOST: host, POSTMORTEM_BROWSER: browser.wsEndpoint() },
    }
    const { code } = await run(process.execPath, args, options)
    await report.takeVitest(file)
    if (code !== 0 && !report.hasFailures) report.fail(`user suite: vitest ended with ${code}`)
  } finally {
    await browser.close()
  }
}

/**
 * The packed extension: what ships is what is tested. Packs one when there is none.
 *
 * @returns {Promise<string>} Path of the .vsix.
 */
export async function packedExtension() {
  const find = async () => (await readdir(ROOT)).find((file) => file.endsWith('.vsix'))
  if (!(await find())) await mustRun(process.execPath, [join(ROOT, 'scripts', 'package.mjs')])
  const name = await find()
  if (!name) throw new Error('npm run package left no .vsix')
  console.log(`Testing ${name}; npm run package makes a new one.`)
  await mkdir(join(OUT, 'screenshots'), { recursive: true })
  return join(ROOT, name)
}
