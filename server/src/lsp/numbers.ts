/**
 * Numbers of the protocol (LSP 3.18) that the server sends or understands. The library's own lists of them come as one
 * module of 28 kB, from which bundlers can leave nothing out; so only its types are used.
 */
import type {
  CodeActionTriggerKind,
  CompletionItemKind,
  DiagnosticSeverity,
  MessageType,
  SymbolKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol'

/** How bad a finding is. */
export const DIAGNOSTIC_SEVERITIES = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const satisfies Numbers<
  typeof DiagnosticSeverity
>

/** What a proposal is: clients show a picture for it. */
export const COMPLETION_ITEM_KINDS = {
  Field: 5,
  Module: 9,
  EnumMember: 20,
  Constant: 21,
  Struct: 22,
} as const satisfies Numbers<typeof CompletionItemKind>

/** What an entry of the outline is: clients show a picture for it. */
export const SYMBOL_KINDS = { String: 15, Boolean: 17, Event: 24 } as const satisfies Numbers<typeof SymbolKind>

/** How urgent a line of the log is. */
export const MESSAGE_TYPES = { Error: 1, Warning: 2, Info: 3 } as const satisfies Numbers<typeof MessageType>

/** How documents are sent: only what changed in them. */
export const SYNC_KINDS = { Incremental: 2 } as const satisfies Numbers<typeof TextDocumentSyncKind>

/** Why code actions are asked for: not by the user. */
export const TRIGGER_KINDS = { Automatic: 2 } as const satisfies Numbers<typeof CodeActionTriggerKind>

/** `LSPErrorCodes.RequestCancelled`. */
export const REQUEST_CANCELLED = -32800

/** The compiler compares each number with that of the library. */
type Numbers<Namespace> = { readonly [Name in keyof Namespace]?: Namespace[Name] }
