import {
  CancellationTokenSource,
  commands,
  Disposable,
  type LanguageStatusItem,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import {
  type DocumentStatus,
  DocumentStatusRequest,
  StatusesChangedNotification,
} from '../../../server/src/protocol.ts'
import { FROM_STATUS } from '../commands/declare.ts'
import { isOurs, SELECTOR } from '../documents.ts'
import type { NearMisses } from '../near-misses.ts'
import type { Server } from '../server.ts'

/** Without typing, before the status is requested again. */
const DEBOUNCE_MS = 400
const SECOND_MS = 1000

/**
 * Shows the progress of the post-mortem in the active editor, or its ongoing incident, in VS Code's language status.
 */
export function showLanguageStatus(server: Server, nearMisses: NearMisses): Disposable {
  const view = new LanguageStatusView(server, nearMisses)
  return Disposable.from(
    view,
    server.onReady(() => void view.follow()),
    nearMisses.onDismissed(() => view.refresh()),
    window.onDidChangeActiveTextEditor(() => view.refresh()),
    workspace.onDidChangeTextDocument(({ document }) => view.refreshLater(document)),
    workspace.onDidSaveTextDocument((document) => view.refreshLater(document)),
  )
}

class LanguageStatusView implements Disposable {
  readonly #server: Server
  readonly #nearMisses: NearMisses
  #item: LanguageStatusItem | undefined
  #shown: TextDocument | undefined
  #active = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #counting: ReturnType<typeof setTimeout> | undefined
  #asking = new CancellationTokenSource()

  constructor(server: Server, nearMisses: NearMisses) {
    this.#server = server
    this.#nearMisses = nearMisses
  }

  /** A server has started, which tells when other files have changed something. */
  async follow(): Promise<void> {
    const client = await this.#server.started
    client?.onNotification(StatusesChangedNotification.method, () => this.refresh())
    this.refresh()
  }

  refreshLater(document: TextDocument): void {
    if (document !== window.activeTextEditor?.document || !isOurs(document)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.refresh(), DEBOUNCE_MS)
  }

  refresh(): void {
    this.#forget()
    const document = window.activeTextEditor?.document
    if (document !== this.#shown) this.#hide()
    // Must not start the server: opening a document does.
    if (document && isOurs(document) && this.#server.started) void this.#ask(document)
    else this.#hide()
  }

  dispose(): void {
    this.#forget()
    this.#hide()
  }

  async #ask(document: TextDocument): Promise<void> {
    const { token } = this.#asking
    try {
      const status = await this.#server.request(DocumentStatusRequest, { uri: document.uri.toString() }, token)
      if (token.isCancellationRequested) return
      if (status.text === null || (status.isNear && !this.#nearMisses.areShown)) this.#hide()
      else this.#show(document, status, status.text)
      // The status depends on the time. The next request clears this timer.
      if (status.refreshAfter !== null)
        this.#counting = setTimeout(() => this.refresh(), status.refreshAfter * SECOND_MS)
    } catch (error) {
      if (token.isCancellationRequested) return
      this.#hide()
      this.#server.output.debug(`No status of ${document.uri}: ${error}`)
    }
  }

  #show(document: TextDocument, status: DocumentStatus, text: string): void {
    this.#item ??= languages.createLanguageStatusItem('postmortem.status', SELECTOR)
    this.#shown = document
    this.#item.name = 'Post-Mortem'
    this.#item.text = text
    this.#item.detail = status.detail
    if (this.#active === status.isNear) this.#setActive(!status.isNear)
    this.#item.command = status.isUnsure
      ? {
          command: 'postmortem.treatAsPostMortem',
          title: 'Treat as Post-Mortem…',
          arguments: status.isNear ? [FROM_STATUS] : [],
        }
      : { command: 'workbench.actions.view.problems', title: 'Problems' }
  }

  #hide(): void {
    // A status item cannot be hidden otherwise.
    this.#item?.dispose()
    this.#item = undefined
    this.#shown = undefined
    if (this.#active) this.#setActive(false)
  }

  /** For `when` clauses in package.json. */
  #setActive(active: boolean): void {
    this.#active = active
    void commands.executeCommand('setContext', 'postmortem.active', active)
  }

  #forget(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#counting)
    this.#asking.cancel()
    this.#asking.dispose()
    this.#asking = new CancellationTokenSource()
  }
}
