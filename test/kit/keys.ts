/** Keys in a document of which the server has told, as the client acts on them: `<|>` is the cursor, `<[` … `]>` a selection. */
import {
  enterAction,
  type KeyAction,
  type KeyText,
  tabAction,
  toPlaceholder,
} from '../../client/src/keys/key-actions.ts'
import { type KeyChange, type KeyState, NO_KEYS, shiftedState } from '../../client/src/keys/key-state.ts'
import type { OffsetPair } from '../../server/src/protocol.ts'
import { changed, type OpenedDocument, type OpenOptions, open } from './document.ts'

/** What somebody presses; a text is typed letter by letter. */
export type Key = 'Enter' | 'Tab' | 'Shift+Tab' | 'Next' | 'Previous' | { readonly type: string }

/** A document with its cursor. */
export interface Typist {
  /** The text with the cursor or selection in it. */
  readonly marked: string
  readonly text: string
  /** Presses keys. The server has told of each version unless `isSlow`: then of none but the first. */
  press(...keys: readonly Key[]): Promise<Typist>
  /** Whether a key was left to the editor since the document was opened. */
  readonly leftToEditor: readonly Key[]
}

/** Opens a text. */
export async function typist(marked: string, options?: OpenOptions & { isSlow?: boolean }): Promise<Typist> {
  const { isSlow = false, ...rest } = options ?? {}
  const [from, to] = [marked.indexOf('<['), marked.indexOf(']>')]
  const isSelected = from >= 0 && to > from
  const bare = isSelected ? marked.slice(0, from) + marked.slice(from + 2, to) + marked.slice(to + 2) : marked
  const opened = await open(bare, Object.keys(rest).length > 0 ? rest : undefined)
  const selection: OffsetPair = isSelected ? [from, to - 2] : [opened.offset, opened.offset]
  return new Session(opened, selection, isSlow)
}

class Session implements Typist {
  readonly leftToEditor: Key[] = []
  text: string
  #opened: OpenedDocument
  #selection: OffsetPair
  #state: KeyState
  readonly #isSlow: boolean

  constructor(opened: OpenedDocument, selection: OffsetPair, isSlow: boolean) {
    this.#opened = opened
    this.text = opened.text
    this.#selection = selection
    this.#isSlow = isSlow
    this.#state = { ...NO_KEYS, ...opened.service.writing(opened.view) }
  }

  get marked(): string {
    const [start, end] = this.#selection
    const { text } = this
    if (start === end) return `${text.slice(0, start)}<|>${text.slice(start)}`
    return `${text.slice(0, start)}<[${text.slice(start, end)}]>${text.slice(end)}`
  }

  async press(...keys: readonly Key[]): Promise<this> {
    for (const key of keys) {
      if (typeof key === 'object') for (const letter of key.type) await this.#write(letter)
      else await this.#act(key)
    }
    return this
  }

  async #act(key: Exclude<Key, { type: string }>): Promise<void> {
    const { text } = this
    const eol = text.includes('\r\n') ? '\r\n' : '\n'
    const keyText: KeyText = { read: (start, end) => text.slice(start, end), length: text.length, eol }
    const action = actionOf(key, this.#state, keyText, this.#selection)
    if (!action) {
      this.leftToEditor.push(key)
      if (key === 'Enter') await this.#write(eol)
      if (key === 'Tab') await this.#write('  ')
    } else if ('changes' in action) {
      this.#apply(action.changes)
      this.#select(action.select)
      this.#state = action.after
      await this.#told()
    } else if ('select' in action) {
      this.#select(action.select)
      if (action.isPlaceholder) this.#state = { ...this.#state, filling: action.select }
    }
  }

  async #write(written: string): Promise<void> {
    const [start, end] = this.#selection
    const change = { rangeOffset: start, rangeLength: end - start, text: written }
    this.#apply([change])
    this.#state = shiftedState(this.#state, [change])
    this.#select([start + written.length, start + written.length])
    await this.#told()
  }

  #apply(changes: readonly KeyChange[]): void {
    for (const { rangeOffset, rangeLength, text } of [...changes].reverse())
      this.text = this.text.slice(0, rangeOffset) + text + this.text.slice(rangeOffset + rangeLength)
  }

  /** Like the editor: away from where something is filled in, that is over. */
  #select(selection: OffsetPair): void {
    this.#selection = selection
    const { filling } = this.#state
    if (filling && (selection[0] < filling[0] || filling[1] < selection[1]))
      this.#state = { ...this.#state, filling: null }
  }

  async #told(): Promise<void> {
    if (this.#isSlow) return
    this.#opened = await changed(this.#opened, this.text)
    const { fresh, filling } = this.#state
    this.#state = { ...this.#opened.service.writing(this.#opened.view), fresh, filling }
  }
}

function actionOf(key: Key, state: KeyState, text: KeyText, selection: OffsetPair): KeyAction | null {
  if (key === 'Enter') return enterAction(state, text, selection)
  if (key === 'Tab' || key === 'Shift+Tab') return tabAction(state, text, selection, key === 'Shift+Tab')
  return toPlaceholder(state, selection, key === 'Previous')
}
