/** Opens windows of the workbench that a script has started a host for, each with a fresh browser profile. */
import { execFile } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { until } from './assert.ts'
import { VIEWPORT, Workbench } from './workbench.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const RUN = 'run node scripts/test-node-host.mjs or scripts/test-web-host.mjs'

/** Which host the window has. */
export const HOST: 'node' | 'web' = process.env['POSTMORTEM_HOST'] === 'web' ? 'web' : 'node'

/** The folder that the windows show: a copy of `examples/`, made anew for each. */
export const FOLDER = environment('POSTMORTEM_FOLDER')

/** What a window starts with. */
export interface WindowOptions {
  /** Files beside the examples, by their path from the folder `more`. */
  readonly files?: Readonly<Record<string, string>>
  /** False for a window with no folder (Node host only). */
  readonly folder?: boolean
  /** True for a folder that is not trusted (Node host only). */
  readonly restricted?: boolean
}

/** Value of a variable that the script sets. */
export function environment(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: ${RUN}`)
  return value
}

let browser: Promise<Browser> | undefined

/** Opens a window and waits until it can be used. */
export async function openWorkbench(options: WindowOptions = {}): Promise<Workbench> {
  await fillFolder(options.files ?? {})
  browser ??= chromium.connect(environment('POSTMORTEM_BROWSER'))
  const context = await (await browser).newContext({ viewport: VIEWPORT })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const servers = watchWorkers(page)
  await page.goto(await addressOf(page, options))
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 })
  if (options.folder !== false)
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 })
  current = new Workbench(page, servers)
  return current
}

let current: Workbench | undefined

/** The window that was opened last, unless it is closed. */
export function currentWindow(): Workbench | undefined {
  return current?.page.isClosed() ? undefined : current
}

/** The processes of our servers, by ID: for the Node host of all windows, for the web host the Worker of one. */
export async function runningServers(window?: Workbench): Promise<string[]> {
  if (HOST === 'web') return window?.workerStarted ? ['Worker'] : []
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,args'])
  const extensions = environment('POSTMORTEM_EXTENSIONS')
  const ours = stdout.split('\n').filter((line) => line.includes(extensions) && line.includes('dist/server/node.js'))
  return ours.map((line) => line.trim().split(' ')[0] ?? '')
}

async function fillFolder(files: Readonly<Record<string, string>>): Promise<void> {
  // What was not saved in another window would come back.
  const backups = process.env['POSTMORTEM_BACKUPS']
  if (backups !== undefined) await rm(backups, { recursive: true, force: true })
  // What is removed is watched: the folder itself stays.
  for (const name of ['postmortems', 'incidents', 'more'])
    await rm(join(FOLDER, name), { recursive: true, force: true })
  await writeFile(join(FOLDER, '.vscode', 'settings.json'), '{}\n')
  await cp(join(ROOT, 'examples'), FOLDER, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(FOLDER, 'more', name)), { recursive: true })
    await writeFile(join(FOLDER, 'more', name), text)
  }
}

async function addressOf(page: Page, { folder = true, restricted = false }: WindowOptions): Promise<string> {
  if (HOST === 'node') {
    const origin = environment(restricted ? 'POSTMORTEM_RESTRICTED_ORIGIN' : 'POSTMORTEM_ORIGIN')
    return `${origin}/?${folder ? `folder=${encodeURIComponent(FOLDER)}` : 'ew=true'}`
  }
  const origin = environment('POSTMORTEM_ORIGIN')
  const { giveWebSettings }: { giveWebSettings: (page: Page, origin: string, settings: object) => Promise<void> } =
    await import('../../../scripts/lib/web-host.mjs' as string)
  await giveWebSettings(page, origin, JSON.parse(environment('POSTMORTEM_SETTINGS')))
  return `${origin}/`
}

/** In the web host the server is a Worker, whose script the browser asks for. */
function watchWorkers(page: Page): string[] {
  const scripts: string[] = []
  page.context().on('request', (request) => {
    if (request.url().includes('/dist/server/web.js')) scripts.push(request.url())
  })
  return scripts
}

/** A window with one post-mortem, which is open and recognised. */
export async function openPostMortem(name: string, text: string): Promise<Workbench> {
  const window = await openWorkbench({ files: { [name]: text } })
  await window.hideSideBar()
  await window.openFile(`more/${name}`)
  await until(async () => (await window.languageStatus()).some((item) => item.includes('Post-mortem')), 'the status')
  return window
}
