import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Connection } from './connection.ts'

/** Who wants to know of open documents. */
export interface DocumentListener {
  /** A document was opened or has changed. */
  changed(uri: string, version: number, text: string): void
  closed(uri: string): void
}

/** The documents that the client has open. */
export interface OpenTexts {
  /** Null when it is not open, or is another version. */
  get(uri: string, version: number): TextDocument | null
}

/** Keeps the documents that the client has open as it has them. */
export function followDocuments(connection: Connection, { changed, closed }: DocumentListener): OpenTexts {
  const open = new Map<string, TextDocument>()
  const keep = (document: TextDocument) => {
    open.set(document.uri, document)
    changed(document.uri, document.version, document.getText())
  }
  connection.onNotification('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }) =>
    keep(TextDocument.create(uri, languageId, version, text)),
  )
  connection.onNotification('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
    const document = open.get(uri)
    if (document && contentChanges.length > 0) keep(TextDocument.update(document, contentChanges, version))
  })
  connection.onNotification('textDocument/didClose', ({ textDocument: { uri } }) => {
    if (open.delete(uri)) closed(uri)
  })
  return {
    get(uri, version) {
      const document = open.get(uri)
      return document?.version === version ? document : null
    },
  }
}
