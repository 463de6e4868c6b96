/** Whether documents are pointed out that are near a post-mortem: until somebody says no, once for the workspace. */
import { EventEmitter, type Memento } from 'vscode'

const KEY = 'postmortem.nearMissesDismissed'

/** State: what was said, kept with the workspace. */
export class NearMisses {
  readonly #state: Memento
  readonly #dismissed = new EventEmitter<void>()

  constructor(state: Memento) {
    this.#state = state
  }

  /** Fires when somebody says no. */
  readonly onDismissed = this.#dismissed.event

  /** Whether nobody has said no. */
  get areShown(): boolean {
    return !this.#state.get(KEY, false)
  }

  /** Nothing is pointed out in this workspace any more. */
  async dismiss(): Promise<void> {
    await this.#state.update(KEY, true)
    this.#dismissed.fire()
  }
}
