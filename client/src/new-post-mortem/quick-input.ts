import {
  type Disposable,
  InputBoxValidationSeverity,
  type QuickInput,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode'
import type { InputCheck, PickItem, Prompter, PromptResult } from './questions.ts'
import type { StepPosition } from './steps.ts'

/** Without typing, before a text is checked. */
const DEBOUNCE_MS = 150

function holds(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.toLowerCase())
}

/** What is shown where nothing matches what was typed. */
const NOTHING: PickItem & QuickPickItem = {
  value: '',
  label: 'Nothing matches',
  description: 'Enter shows all of them again',
  alwaysShow: true,
}

/**
 * Asks with VS Code's quick input. Each box replaces the previous one without a gap, so that fast typing does not go to
 * the editor; dispose of it after the last one.
 */
export class QuickInputPrompter implements Prompter, Disposable {
  readonly #title: string
  #current: QuickInput | undefined

  constructor(title: string) {
    this.#title = title
  }

  async pick({ position, placeholder, choices, selected }: Parameters<Prompter['pick']>[0]) {
    const box = window.createQuickPick<PickItem & QuickPickItem>()
    box.placeholder = placeholder
    box.matchOnDescription = true
    box.items = choices
    // If not set, the first item is active; if set to none, Enter does nothing.
    const before = box.items.find(({ value }) => value === selected)
    if (before) box.activeItems = [before]
    return this.#ask(box, position, (answer) => {
      box.onDidChangeValue((value) => {
        const matches = choices.some(({ label, description }) => holds(`${label} ${description}`, value.trim()))
        if (box.items.includes(NOTHING) === matches) box.items = matches ? choices : [...choices, NOTHING]
      })
      box.onDidAccept(() => {
        const [chosen] = box.selectedItems
        if (chosen === NOTHING) {
          box.value = ''
          box.items = choices
        } else if (chosen) answer({ move: 'next', value: chosen.value })
      })
      return () => undefined
    })
  }

  async input({ position, prompt, placeholder, value, check }: Parameters<Prompter['input']>[0]) {
    const box = window.createInputBox()
    box.prompt = prompt
    box.placeholder = placeholder
    box.value = value
    return this.#ask(box, position, (answer) => {
      const checking = new Checking(check, (result) => {
        box.validationMessage = result && {
          message: result.message,
          severity: result.ok ? InputBoxValidationSeverity.Info : InputBoxValidationSeverity.Error,
        }
      })
      // Not checked before it is changed or accepted, since the message replaces the question.
      box.onDidChangeValue((text) => checking.later(text))
      box.onDidHide(() => checking.stop())
      box.onDidAccept(async () => {
        const text = box.value
        box.busy = true
        const result = await checking.now(text)
        box.busy = false
        if (result?.ok && box.value === text) answer({ move: 'next', value: text })
      })
      return () => box.value
    })
  }

  dispose(): void {
    this.#current?.dispose()
  }

  /** @param listen registers listeners; returns a function for the value that is kept when going back */
  #ask(
    box: QuickInput & { buttons: readonly QuickInputButton[]; onDidTriggerButton: ButtonEvent },
    { step, total }: StepPosition,
    listen: (answer: (response: PromptResult) => void) => () => string | undefined,
  ): Promise<PromptResult | undefined> {
    return new Promise((resolve) => {
      const answer = (response: PromptResult) => {
        // It stays until the next box is shown.
        box.enabled = false
        box.busy = true
        resolve(response)
      }
      box.title = this.#title
      box.step = step
      box.totalSteps = total
      box.ignoreFocusOut = true
      box.buttons = step > 1 ? [QuickInputButtons.Back] : []
      const valueOnBack = listen(answer)
      box.onDidTriggerButton(() => answer({ move: 'back', value: valueOnBack() }))
      // Escape; after an answer the promise is settled, and this does nothing.
      box.onDidHide(() => resolve(undefined))
      this.#current?.dispose()
      this.#current = box
      box.show()
    })
  }
}

type ButtonEvent = (listener: (button: QuickInputButton) => void) => Disposable

/** Checks the typed text; only the result for the latest text is shown. */
class Checking {
  readonly #check: (text: string) => Promise<InputCheck>
  readonly #show: (result: InputCheck | undefined) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #latest = 0

  constructor(check: (text: string) => Promise<InputCheck>, show: (result: InputCheck | undefined) => void) {
    this.#check = check
    this.#show = show
  }

  later(text: string): void {
    this.stop()
    this.#timer = setTimeout(() => void this.now(text), DEBOUNCE_MS)
  }

  /** The result; undefined when it is outdated. */
  async now(text: string): Promise<InputCheck | undefined> {
    this.stop()
    const mine = this.#latest
    const result = await this.#check(text).catch(unavailable)
    if (mine !== this.#latest) return undefined
    this.#show(result.message === '' ? undefined : result)
    return result
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#latest++
  }
}

const unavailable = (error: unknown): InputCheck => ({
  ok: false,
  message: `This cannot be checked now: ${error instanceof Error ? error.message : error}`,
})
