/** How far the index of the workspace is, shown by clients that can: it may be cancelled there. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver'
import type { Session } from './convert.ts'
import type { DiagnosticsFeed } from './diagnostics.ts'
import { inBackground } from './guard.ts'

/** Fewer files are read before anybody could see it. */
const WORTH_SHOWING = 100

/**
 * Shows the progress, and keeps diagnostics up to date that depend on other documents.
 * @param changed is called when anything else may be different that depends on them
 */
export function followIndex({ connection, service }: Session, feed: DiagnosticsFeed, changed: () => void): void {
  const shown = new Map<string, Shown>()
  service.followIndex({
    progress(folder, state, cancel) {
      const known = shown.get(folder)
      if (state === null) {
        known?.end()
        shown.delete(folder)
      } else if (known) known.report(state)
      else if (state.total >= WORTH_SHOWING) shown.set(folder, show(connection, cancel))
    },
    changed,
    findingsChanged: (uris) => feed.findingsChanged(uris),
  })
}

interface Shown {
  report(state: { readonly done: number; readonly total: number }): void
  end(): void
}

function show(connection: Connection, cancel: () => void): Shown {
  let reporter: WorkDoneProgressServerReporter | null = null
  let isOver = false
  let percentage = 0
  const create = async () => {
    reporter = await connection.window.createWorkDoneProgress()
    reporter.token.onCancellationRequested(cancel)
    reporter.begin('Indexing post-mortems', 0, undefined, true)
    if (isOver) reporter.done()
  }
  inBackground(connection, create())
  return {
    report({ done, total }) {
      const now = Math.floor((done * 100) / total)
      if (!reporter || now === percentage) return
      percentage = now
      reporter.report(now, `${done.toLocaleString('en')}/${total.toLocaleString('en')}`)
    },
    end() {
      isOver = true
      reporter?.done()
    },
  }
}
