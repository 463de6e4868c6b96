/** Places and absolute offsets → positions of the protocol. Only here and in `cli` lines are counted. */
import type {
  Connection,
  Range as LspRange,
  Position,
  TextDocuments,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { editOf } from '../edits/composed-edits.ts'
import type { Edit } from '../edits/edit.ts'
import type { Place, PostMortem } from '../model/post-mortem.ts'
import type { PostMortemService, View } from '../service.ts'

/** Turns what the service says of one version of a document into what the protocol says, and back. */
export interface Converter {
  range(place: Place): LspRange
  absolute(start: number, end: number): LspRange
  edits(edits: readonly Edit[]): TextEdit[]
  /** The other way round: an edit of the client. */
  editAt(range: LspRange, newText: string): Edit
  /** The absolute offset of a position; one outside the text is moved to its nearest end. */
  offset(position: Position): number
}

/** Makes converters for documents. */
export type ConverterFor = (view: Pick<View, 'uri' | 'version' | 'text' | 'postMortem'>) => Converter

/** What every handler works with. */
export interface Session {
  readonly connection: Connection
  readonly service: PostMortemService
  readonly converterFor: ConverterFor
}

/** Converters that count the lines of open documents as these change, and those of others once. */
export function converters(documents: TextDocuments<TextDocument>): ConverterFor {
  return ({ uri, version, text, postMortem }) => {
    const open = documents.get(uri)
    return converterOf(open?.version === version ? open : textOf(text), postMortem)
  }
}

/** The lines of a text that is no open document. */
export function textOf(text: string): TextDocument {
  return TextDocument.create('', 'markdown', 0, text)
}

/** `postMortem` says where its sections start. */
function converterOf(document: TextDocument, postMortem: PostMortem): Converter {
  const absolute = (start: number, end: number) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  })
  const range = ({ section, start, end }: Place) => {
    const base = postMortem.starts[section] ?? 0
    return absolute(base + start, base + end)
  }
  return {
    range,
    absolute,
    edits: (edits) => edits.map(({ newText, ...place }) => ({ range: range(place), newText })),
    editAt: ({ start, end }, newText) =>
      editOf({ start: document.offsetAt(start), end: document.offsetAt(end), newText }, postMortem),
    offset: (position) => document.offsetAt(position),
  }
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
