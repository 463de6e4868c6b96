/** What was written in a document before it was toggled. */
import type { ToggledText, ToggleMemory } from '../../features/commands/toggle-actions.ts'

/** Of one document; more than a person goes back to. */
const MAX_TEXTS = 200

/** State: texts by what became of them, the oldest first. Only for as long as the document is open. */
export class ToggledTexts implements ToggleMemory {
  readonly #before = new Map<string, string>()

  find(isIt: (after: string) => boolean): ToggledText | null {
    const [after] = [...this.#before.keys()].filter(isIt).sort((a, b) => b.length - a.length)
    const before = after === undefined ? undefined : this.#before.get(after)
    return after === undefined || before === undefined ? null : { before, after }
  }

  remember(before: string, after: string): void {
    if (before === after) return
    this.#before.delete(after)
    this.#before.set(after, before)
    const [oldest] = this.#before.keys()
    if (this.#before.size > MAX_TEXTS && oldest !== undefined) this.#before.delete(oldest)
  }
}
