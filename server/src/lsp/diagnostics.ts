/** Findings → diagnostics, pulled by clients that can and pushed to the others, never both. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Location,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type { Scheduler } from '../ports.ts'
import type { FileRange, Severity } from '../rules/rule.ts'
import type { View } from '../service.ts'
import type { Converter, Session } from './convert.ts'
import { guarded, inBackground } from './guard.ts'

/** How long a document must rest before its diagnostics are pushed, ms. */
const PUSH_DELAY = 250

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** Diagnostics of one version of a document. */
export function diagnosticsOf(view: View, convert: Converter, rulePages: string | null): Diagnostic[] {
  return view.findings.map((finding) => {
    const diagnostic: Diagnostic = {
      range: convert.range(finding),
      severity: SEVERITIES[finding.severity],
      code: finding.rule,
      source: 'postmortem',
      message: finding.message,
    }
    if (rulePages !== null) diagnostic.codeDescription = { href: `${rulePages}/${finding.rule}.md` }
    if (finding.related.length > 0) {
      diagnostic.relatedInformation = finding.related.map(({ inFile, message, ...place }) => ({
        location: inFile ? locationOf(inFile) : { uri: view.uri, range: convert.range(place) },
        message,
      }))
    }
    return diagnostic
  })
}

function locationOf({ uri, line, character, endCharacter }: FileRange): Location {
  return { uri, range: { start: { line, character }, end: { line, character: endCharacter } } }
}

/** Keeps the client's diagnostics up to date. */
export interface DiagnosticsFeed {
  /** A document was opened or has changed. */
  changed(uri: string): void
  closed(uri: string): void
  /** Other documents have changed what is found in these. */
  findingsChanged(uris: readonly string[]): void
  /** Something that every document depends on has changed. */
  allChanged(): void
}

/** Answers pulls, or pushes where the client cannot pull. */
export function feedDiagnostics(
  session: Session,
  scheduler: Scheduler,
  capabilities: ClientCapabilities,
  rulePages: string | null,
): DiagnosticsFeed {
  if (capabilities.textDocument?.diagnostic) return pulled(session, capabilities, rulePages)
  return pushed(session, scheduler, rulePages)
}

function pulled(
  { connection, service, converterFor }: Session,
  capabilities: ClientCapabilities,
  rulePages: string | null,
): DiagnosticsFeed {
  const report = (items: Diagnostic[]): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items })
  const empty = report([])
  const askedTooEarly = new Set<string>()
  connection.languages.diagnostics.on(
    guarded<[DocumentDiagnosticParams, CancellationToken], DocumentDiagnosticReport | ResponseError<never>>(
      connection,
      empty,
      async ({ textDocument }, token) => {
        // Not an empty report: a client that reads it all the same would take its diagnostics away.
        const cancelled = () => new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled')
        // Before the document is read: while somebody types quickly, most questions are out of date when they arrive.
        if (token.isCancellationRequested) return cancelled()
        const view = await service.view(textDocument.uri)
        if (token.isCancellationRequested) return cancelled()
        if (!view) askedTooEarly.add(textDocument.uri)
        return view ? report(diagnosticsOf(view, converterFor(view), rulePages)) : empty
      },
    ),
  )
  const refresh = () => {
    if (capabilities.workspace?.diagnostics?.refreshSupport !== true) return
    inBackground(connection, connection.languages.diagnostics.refresh())
  }
  return {
    changed: (uri) => {
      // Right after a restart VS Code asks about some documents before it opens them, and not again.
      if (askedTooEarly.delete(uri)) refresh()
    },
    closed: (uri) => void askedTooEarly.delete(uri),
    findingsChanged: refresh,
    allChanged: refresh,
  }
}

function pushed(
  { connection, service, converterFor }: Session,
  scheduler: Scheduler,
  rulePages: string | null,
): DiagnosticsFeed {
  const waiting = new Map<string, { cancel(): void }>()
  const push = guarded(connection, undefined, async (uri: string) => {
    waiting.delete(uri)
    const view = await service.view(uri)
    if (!view) return
    const diagnostics = diagnosticsOf(view, converterFor(view), rulePages)
    await connection.sendDiagnostics({ uri, version: view.version, diagnostics })
  })
  const changed = (uri: string) => {
    waiting.get(uri)?.cancel()
    waiting.set(
      uri,
      scheduler.after(PUSH_DELAY, () => void push(uri)),
    )
  }
  return {
    changed,
    closed: (uri) => {
      waiting.get(uri)?.cancel()
      waiting.delete(uri)
      inBackground(connection, connection.sendDiagnostics({ uri, diagnostics: [] }))
    },
    findingsChanged: (uris) => uris.forEach(changed),
    allChanged: () => service.openUris().forEach(changed),
  }
}
