/** How far the index of the workspace is, shown by clients that can: it may be cancelled there. */
import type { WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport } from 'vscode-languageserver-protocol'
import type { PostMortemService } from '../service.ts'
import type { Connection } from './connection.ts'
import type { DiagnosticsFeed } from './diagnostics.ts'
import { inBackground } from './guard.ts'

/** Fewer files are read before anybody could see it. */
const WORTH_SHOWING = 100

/**
 * Shows the progress, and keeps diagnostics up to date that depend on other documents.
 * @param canShow whether the client has a place for progress that the server begins
 */
export function followIndex(
  connection: Connection,
  service: PostMortemService,
  feed: DiagnosticsFeed,
  canShow: boolean,
): void {
  const shown = new Map<string, Shown>()
  /** What is cancelled by the token of its progress. */
  const cancels = new Map<string, () => void>()
  let count = 0
  connection.onNotification('window/workDoneProgress/cancel', ({ token }) => cancels.get(String(token))?.())
  service.followIndex({
    progress(folder, state, cancel) {
      const known = shown.get(folder)
      if (state === null) {
        known?.end()
        shown.delete(folder)
      } else if (known) known.report(state)
      else if (canShow && state.total >= WORTH_SHOWING) {
        const token = `postmortem/index/${++count}`
        cancels.set(token, cancel)
        shown.set(
          folder,
          show(connection, token, () => cancels.delete(token)),
        )
      }
    },
    findingsChanged: (uris) => feed.findingsChanged(uris),
  })
}

interface Shown {
  report(state: { readonly done: number; readonly total: number }): void
  end(): void
}

function show(connection: Connection, token: string, over: () => void): Shown {
  let isCreated = false
  let isOver = false
  let percentage = 0
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) =>
    inBackground(connection, connection.sendNotification('$/progress', { token, value }))
  const create = async () => {
    await connection.sendRequest('window/workDoneProgress/create', { token })
    isCreated = true
    send({ kind: 'begin', title: 'Indexing post-mortems', percentage: 0, cancellable: true })
    if (isOver) send({ kind: 'end' })
  }
  inBackground(connection, create())
  return {
    report({ done, total }) {
      const now = Math.floor((done * 100) / total)
      if (!isCreated || now === percentage) return
      percentage = now
      const message = `${done.toLocaleString('en')}/${total.toLocaleString('en')}`
      send({ kind: 'report', percentage: now, message })
    },
    end() {
      isOver = true
      over()
      if (isCreated) send({ kind: 'end' })
    },
  }
}
