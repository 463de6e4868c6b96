/** The box at the top of a window: palette, picker or question. */
import type { Locator, Page } from 'playwright-core'
import { until } from './assert.ts'
import { plain } from './text.ts'

/** What a user does with the box, by keyboard. */
export class QuickInput {
  readonly #page: Page
  readonly #box: Locator
  readonly #input: Locator

  constructor(page: Page) {
    this.#page = page
    this.#box = page.locator('.quick-input-widget')
    this.#input = this.#box.locator('.quick-input-box input').first()
  }

  /**
   * Opens the box, types, and takes the row with just this name.
   * @param key opens it
   * @param text is put into it
   */
  async choose(key: string, text: string, name: string): Promise<void> {
    const row = this.#row(name)
    // A window that is just opening loses keys and focus, and does not know every command yet.
    await until(async () => {
      await this.#page.keyboard.press(key)
      const opened = this.#input.fill(text, { timeout: 3000 }).then(() => row.waitFor({ timeout: 3000 }))
      if (await succeeds(opened)) return true
      await this.#page.keyboard.press('Escape')
      return false
    }, `"${name}" in the box of ${key}`)
    await until(async () => {
      if ((await row.getAttribute('class'))?.includes('focused')) return true
      // What was used last stands first; what is wanted may be further down.
      await this.#page.keyboard.press('ArrowDown')
      return false
    }, `the focus on "${name}"`)
    await this.#page.keyboard.press('Enter')
    await row.waitFor({ state: 'hidden' })
  }

  /** Opens the box and answers with a text. */
  async answer(key: string, text: string): Promise<void> {
    await this.#page.keyboard.press(key)
    await this.#input.fill(text)
    await this.#page.keyboard.press('Enter')
    await this.#box.waitFor({ state: 'hidden' })
  }

  /** Opens the box, types, waits for a row with this in it, and gives up. */
  async find(key: string, part: string): Promise<void> {
    await this.#page.keyboard.press(key)
    await this.#input.waitFor()
    await this.#page.keyboard.type(part, { delay: 30 })
    await this.#box.locator('.monaco-list-row', { hasText: part }).first().waitFor()
    await this.#page.keyboard.press('Escape')
  }

  /** What is said below the input. */
  async message(): Promise<string> {
    return plain(await this.#box.locator('.quick-input-message').innerText())
  }

  /** Waits until the box, which can be answered, has this in its title, placeholder, message or rows. */
  async asks(part: string): Promise<void> {
    await until(async () => {
      if (!(await this.#box.isVisible()) || !(await this.#input.isEnabled())) return false
      const placeholder = await this.#input.getAttribute('placeholder')
      return `${placeholder} ${await this.#box.innerText()}`.includes(part)
    }, `the question "${part}"`)
  }

  /** Waits until a row with this in it has the focus. */
  async focuses(part: string): Promise<void> {
    await this.#box.locator('.monaco-list-row.focused', { hasText: part }).first().waitFor()
  }

  /** Waits until the box is gone. */
  async isGone(): Promise<void> {
    await this.#box.waitFor({ state: 'hidden' })
  }

  #row(name: string): Locator {
    const label = this.#page.locator('.label-name').getByText(name, { exact: true })
    return this.#box.locator('.monaco-list-row').filter({ has: label }).first()
  }
}

/** Whether a promise is kept. */
export function succeeds(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  )
}
