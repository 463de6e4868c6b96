import { type Disposable, Range, type TextDocument, type TextEditor, ThemeColor, window } from 'vscode'
import { isOurs } from '../documents.ts'
import type { DocumentKeys } from './document-keys.ts'

/** Shows what is not filled in yet in the colour `postmortem.placeholderForeground`. */
export class FadedPlaceholders implements Disposable {
  readonly #keys: DocumentKeys
  readonly #type = window.createTextEditorDecorationType({
    color: new ThemeColor('postmortem.placeholderForeground'),
    fontStyle: 'italic',
  })
  readonly #listeners: Disposable[]
  /** The placeholders as they were when they were last drawn. */
  readonly #drawn = new WeakMap<TextEditor, number>()

  constructor(keys: DocumentKeys) {
    this.#keys = keys
    this.#listeners = [
      keys.onChanged((document) => this.#draw(document)),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) this.#draw(document)
      }),
    ]
  }

  dispose(): void {
    for (const one of this.#listeners) one.dispose()
    this.#type.dispose()
  }

  #draw(document: TextDocument): void {
    if (!isOurs(document)) return
    const { placeholders } = this.#keys.of(document)
    for (const editor of window.visibleTextEditors) {
      if (editor.document !== document || (placeholders.length === 0 && !this.#drawn.get(editor))) continue
      this.#drawn.set(editor, placeholders.length)
      const ranges = placeholders.map(([start, end]) => new Range(document.positionAt(start), document.positionAt(end)))
      editor.setDecorations(this.#type, ranges)
    }
  }
}
