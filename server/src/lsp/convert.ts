/** Places and absolute offsets → positions of the protocol. Only here and in `cli` lines are counted. */
import type { Range as LspRange, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Place, PostMortem } from '../model/post-mortem.ts'
import type { Edit } from '../rules/rule.ts'

/** Turns what the service says of one version of a document into what the protocol says. */
export interface Converter {
  range(place: Place): LspRange
  absolute(start: number, end: number): LspRange
  edits(edits: readonly Edit[]): TextEdit[]
}

/** A converter for a text; `postMortem` says where its sections start. */
export function converterFor(text: string, postMortem: PostMortem): Converter {
  const document = TextDocument.create('', 'markdown', 0, text)
  const absolute = (start: number, end: number) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  })
  const range = ({ section, start, end }: Place) => {
    const base = postMortem.starts[section] ?? 0
    return absolute(base + start, base + end)
  }
  return { range, absolute, edits: (edits) => edits.map(({ newText, ...place }) => ({ range: range(place), newText })) }
}

/** The absolute offset of a position; one outside the text is moved to its nearest end. */
export function offsetAt(text: string, position: Position): number {
  return TextDocument.create('', 'markdown', 0, text).offsetAt(position)
}

/** Edits of one document, with its version where the client looks at that. */
export function workspaceEdit(
  { uri, version }: { readonly uri: string; readonly version: number },
  edits: TextEdit[],
  { versionedEdits }: { readonly versionedEdits: boolean },
): WorkspaceEdit {
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } }
}
