/** What a user does with a window, and sees in it. */
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { until } from './assert.ts'
import { QuickInput, succeeds } from './quick-input.ts'
import { plain } from './text.ts'

const OUT = join(import.meta.dirname, '..', '..', '..', 'out', 'screenshots', process.env['POSTMORTEM_HOST'] ?? '')
const IMAGES = join(import.meta.dirname, '..', '..', '..', 'docs', 'images')

/** Size of a window, and so of the pictures. */
export const VIEWPORT = { width: 1280, height: 800 }

/** A window. Texts that are read from it have ordinary blanks. */
export class Workbench {
  readonly page: Page
  /** The box at the top. */
  readonly box: QuickInput
  readonly #workers: readonly string[]

  /** @param workers scripts of our server's Worker that the browser has asked for */
  constructor(page: Page, workers: readonly string[]) {
    this.page = page
    this.box = new QuickInput(page)
    this.#workers = workers
  }

  /** Closes the window; what was not saved is lost. */
  async close(): Promise<void> {
    // A window that leaves its page says so to its extension host, which would wait for it to come back otherwise.
    this.page.on('dialog', (dialog) => void dialog.accept())
    await this.page.goto('about:blank').catch(() => undefined)
    await this.page.context().close()
  }

  /** Presses keys one after the other: `Control+A`, `Enter`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Types at the pace of a person. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 30 })
  }

  /** Runs a command through the palette. */
  async command(title: string): Promise<void> {
    await this.box.choose('F1', `>${title}`, title)
  }

  /**
   * Opens a file of the folder through Go to File, and waits for its text.
   * @param path from the folder
   */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1)
    // A path from the folder needs no search, which the file system of the web host has not; a mere name does.
    if (process.env['POSTMORTEM_HOST'] === 'web' && path === name) await this.#openInExplorer(name)
    else await this.box.choose('Control+P', path, name)
    await this.showsFile(name)
  }

  /** Goes to a place: 1-based, the column before which the cursor stands. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.box.answer('Control+G', `:${line}:${column}`)
  }

  /** The lines of the editor that can be seen, from the top. */
  async lines(): Promise<string[]> {
    const lines = await this.page.locator('.editor-instance .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: (element as HTMLElement).offsetTop, text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    )
    return lines.map(plain)
  }

  /** The line that can be seen and holds a text; waits for it. */
  line(part: string | RegExp): Promise<string> {
    const fits = (line: string) => (typeof part === 'string' ? line.includes(part) : part.test(line))
    return until(async () => (await this.lines()).find(fits), `a line with ${part}`)
  }

  /** The whole text in the editor; all of it is selected then. */
  async text(): Promise<string> {
    await this.press('Control+A', 'Control+C')
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** The lenses that can be seen, those of one line together. */
  async lenses(): Promise<string[]> {
    return (await this.page.locator('.codelens-decoration').allInnerTexts()).map(plain).filter((text) => text !== '')
  }

  /** The link of a lens; waits for it. */
  lens(part: string): Locator {
    return this.page.locator('.codelens-decoration a, .codelens-decoration span', { hasText: part }).first()
  }

  /** Clicks a lens that goes away by it. */
  async clickLens(part: string): Promise<void> {
    const lens = this.lens(part)
    await lens.waitFor()
    await until(async () => {
      // A click on lenses that are just being drawn anew is lost, as it is for a person.
      if (await lens.isVisible()) await lens.click({ timeout: 1000 }).catch(() => undefined)
      await this.page.waitForTimeout(1000)
      return !(await lens.isVisible())
    }, `the end of the lens "${part}"`)
  }

  /** The rows of the Problems panel that are about findings; waits for the first. */
  async problems(): Promise<string[]> {
    // A light bulb stands in the place of the icon in the row that is selected.
    await this.page.locator('.markers-panel .monaco-list-row .marker-icon').first().waitFor({ state: 'attached' })
    const rows = await this.page.locator('.markers-panel .monaco-list-row:has(.marker-icon)').allInnerTexts()
    return rows.map((row) => plain(row.replaceAll('\n', ' ')))
  }

  /** Turns the wheel over the Problems panel. @param distance down, in pixels */
  async scrollProblems(distance: number): Promise<void> {
    await this.page.locator('.markers-panel .monaco-list').hover()
    await this.page.mouse.wheel(0, distance)
  }

  /** Rests the pointer on a word of the editor and reads what comes up. */
  async hover(text: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents')
    await until(async () => {
      const { x, y } = await this.#placeOf(text)
      await this.page.mouse.move(x, y - 60)
      await this.page.mouse.move(x - 3, y)
      await this.page.mouse.move(x, y, { steps: 3 })
      // While the text still scrolls, the pointer rests on something else.
      return succeeds(hover.first().waitFor({ timeout: 3000 }))
    }, `a hover over "${text}"`)
    const said = async () => plain((await hover.allInnerTexts()).join('\n'))
    await until(async () => !/^$|Loading/.test(await said()), 'the hover')
    return said()
  }

  /** The proposals that are shown; waits for the list. */
  async proposals(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row')
    await rows.first().waitFor()
    return (await rows.locator('.label-name').allInnerTexts()).map(plain)
  }

  /** What the language status says, from its menu: the items of all extensions. Without one there is no menu. */
  async languageStatus(): Promise<string[]> {
    const menu = this.page.locator('[id="status.languageStatus"]')
    if (!(await menu.isVisible()) || !(await succeeds(menu.click({ timeout: 2000 })))) return []
    const items = this.page.locator('.hover-language-status')
    // The menu goes with its last item, also while it opens.
    if (!(await succeeds(items.first().waitFor({ timeout: 5000 })))) return []
    const texts = await items.allInnerTexts()
    await this.press('Escape')
    return texts.map(plain)
  }

  /** The names on the tabs. */
  async tabs(): Promise<string[]> {
    const tabs = this.page.locator('.tabs-container .tab')
    return tabs.evaluateAll((elements) => elements.map((element) => element.getAttribute('data-resource-name') ?? ''))
  }

  /** Waits until a file is in front. */
  async showsFile(name: string): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
    await this.page.locator('.editor-instance .view-line').first().waitFor()
  }

  /** Saves the file in front, which has changed, and waits until that is done. */
  async save(): Promise<void> {
    await this.page.locator('.tab.active.dirty').waitFor()
    await this.press('Control+S')
    await this.page.locator('.tab.active:not(.dirty)').waitFor()
  }

  /** Waits until a text of this kind is selected in the editor. */
  async selects(pattern: RegExp): Promise<void> {
    await until(async () => {
      await this.press('Control+C')
      return pattern.test(await this.page.evaluate(() => navigator.clipboard.readText()))
    }, `a selected text like ${pattern}`)
  }

  /** Waits until just these are proposed. */
  async seesProposals(labels: readonly string[]): Promise<void> {
    await until(async () => (await this.proposals()).join() === labels.join(), `the proposals ${labels}`)
  }

  /** Waits until the Problems panel, which is open, has nothing about a file. */
  async seesNoProblemsIn(name: string): Promise<void> {
    await this.page.locator('.markers-panel').first().waitFor()
    // Long enough for findings to come, had there been any.
    await this.page.waitForTimeout(1000)
    const files = await this.page.locator('.markers-panel .monaco-list-row .monaco-icon-label').allInnerTexts()
    if (files.some((file) => file.includes(name))) throw new Error(`there are problems: ${await this.problems()}`)
  }

  /** Chooses a quick fix at the cursor. */
  async chooseFix(title: string): Promise<void> {
    await this.press('Control+.')
    const rows = this.page.locator('.action-widget .monaco-list-row')
    await rows.filter({ hasText: title }).waitFor()
    await until(async () => {
      if ((await rows.and(this.page.locator('.focused')).innerText()).includes(title)) return true
      await this.press('ArrowDown')
      return false
    }, `the focus on "${title}"`)
    await this.press('Enter')
  }

  /** Looks for a symbol of the document; fails when there is none. */
  async findSymbol(name: string): Promise<void> {
    await this.box.find('Control+Shift+O', name)
  }

  /** Closes what stands beside the editor. */
  async hideSideBar(): Promise<void> {
    if (await this.page.locator('.part.sidebar').isVisible()) await this.press('Control+B')
    if (await this.page.locator('.part.auxiliarybar').isVisible()) await this.press('Control+Alt+B')
  }

  /**
   * Switches to a colour theme.
   * @param base class of the workbench in that theme
   */
  async chooseTheme(name: string, base: string): Promise<void> {
    await this.command('Preferences: Color Theme')
    await this.box.asks('Modern')
    await this.type(name)
    await this.box.focuses(name)
    await this.press('Enter')
    await this.page.locator(`.monaco-workbench.${base}`).waitFor()
    await this.box.isGone()
  }

  /** The colour in which a text of the editor is drawn. */
  colourOf(text: string): Promise<string> {
    const token = this.page.locator('.view-line span span', { hasText: text }).first()
    return token.evaluate((element) => getComputedStyle(element).color)
  }

  /** The colour behind the text of the editor. */
  backgroundColour(): Promise<string> {
    const editor = this.page.locator('.editor-instance .monaco-editor-background').first()
    return editor.evaluate((element) => getComputedStyle(element).backgroundColor)
  }

  /**
   * How long VS Code took to load and activate our extension, from its list of running extensions: in ms, null while
   * the extension sleeps.
   */
  async activation(): Promise<number | null> {
    // Rows that do not fit are not drawn.
    await this.page.setViewportSize({ width: 1280, height: 1400 })
    await this.command('Developer: Show Running Extensions')
    const rows = this.page.locator('.runtime-extensions-editor .extension')
    await rows.first().waitFor()
    const row = rows.filter({ hasText: /post-?mortem/i })
    const text = (await row.count()) > 0 ? await row.first().innerText() : ''
    await this.page.setViewportSize(VIEWPORT)
    // It stands in front of everything in newer versions.
    await this.press('Escape')
    const ms = /(\d+)\s*ms/.exec(text)?.[1]
    return ms === undefined ? null : Number(ms)
  }

  /** Whether the browser was asked for the Worker that is our server. */
  get workerStarted(): boolean {
    return this.#workers.length > 0
  }

  /** A picture of the window for people to look at, in out/screenshots. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(OUT, `${name}.png`) })
  }

  /** A picture for the documentation, when it is to be renewed. */
  async image(name: string): Promise<void> {
    const renew = process.env['UPDATE_IMAGES'] === '1'
    // Lenses come a moment after the text, and boxes fade in.
    if (renew) await this.page.waitForTimeout(1500)
    await this.page.screenshot({ path: renew ? join(IMAGES, `${name}.png`) : join(OUT, `image-${name}.png`) })
  }

  async #openInExplorer(name: string): Promise<void> {
    await this.command('View: Show Explorer')
    await this.page.locator('.explorer-folders-view .monaco-list-row').getByText(name, { exact: true }).dblclick()
    await this.hideSideBar()
  }

  /** The middle of a text's beginning, in pixels of the window. */
  #placeOf(text: string): Promise<{ x: number; y: number }> {
    const token = this.page.locator('.view-line span span', { hasText: text }).first()
    return token.evaluate((element, wanted) => {
      const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element
      const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted)
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + Math.min(width / 2, 40), y: y + height / 2 }
    }, text)
  }
}
