/** What holds for every text: nothing is thrown, every range is a range of the text, no character is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../server/src/edits/edit.ts'
import { completions } from '../../server/src/features/completion/completion.ts'
import type { DocumentContext } from '../../server/src/features/context.ts'
import { hover } from '../../server/src/features/hover/hover.ts'
import { codeLenses } from '../../server/src/features/views/code-lens.ts'
import { inlayHints } from '../../server/src/features/views/inlay-hints.ts'
import { documentStatus } from '../../server/src/features/views/status.ts'
import { documentSymbols } from '../../server/src/features/views/symbols.ts'
import { readOutline } from '../../server/src/outline/read-outline.ts'
import { checkPostMortem, fixesFor } from '../../server/src/rules/check.ts'
import { maskOpaque } from '../../server/src/syntax/opaque.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import { corpusDocuments, HAS_CORPUS } from '../corpus/corpus.ts'
import { applyEdits, builtInTemplates, read, written } from '../kit/document.ts'
import { brokenPostMortems, nastyDocuments } from '../kit/nasty.ts'
import { rangeProblems } from '../kit/ranges.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { runs } from '../kit/sampling.ts'

function contextOf(text: string): DocumentContext {
  return { ...RULE_CONTEXT, text, postMortem: read(text), readerZone: 'UTC' }
}

/** Everything that is said about a document, with its ranges. */
function everything(text: string): { context: DocumentContext; problems: string[] } {
  const context = contextOf(text)
  const { postMortem } = context
  const findings = checkPostMortem(postMortem, RULE_CONTEXT)
  const asked = Array.from({ length: 6 }, (_, step) => Math.floor((text.length * step) / 5))
  const said = [
    postMortem,
    findings,
    findings.map((finding) => fixesFor(finding, postMortem, context)),
    codeLenses(context),
    documentSymbols(context),
    documentStatus(context),
    inlayHints(context, 0, text.length),
    asked.map((offset) => [hover(context, offset), completions(context, offset, [])]),
  ]
  // Opaque text is read as what stands for it.
  return { context, problems: rangeProblems(maskOpaque(text), postMortem, said) }
}

/** The edits take away nothing but white space. */
function expectNothingLost(text: string, { postMortem }: DocumentContext, edits: readonly Edit[]): void {
  for (const { section, start, end } of edits) {
    const base = postMortem.starts[section] ?? 0
    expect(text.slice(base + start, base + end).trim()).toBe('')
  }
}

describe('any text', () => {
  test('has an outline whose sections are the whole text', () => {
    fc.assert(
      fc.property(nastyDocuments, (text) => {
        const outline = readOutline(text)
        expect(rangeProblems(text, outline, outline)).toEqual([])
        expect(outline.starts.map((start, index) => text.slice(start, outline.starts[index + 1])).join('')).toBe(text)
      }),
      { numRuns: runs(300) },
    )
  })
  test('is a template without an exception', () => {
    fc.assert(
      fc.property(nastyDocuments, (text) => {
        const { problems } = readTemplate('any', text)
        for (const { start, end } of problems) expect(0 <= start && start <= end && end <= text.length).toBe(true)
      }),
      { numRuns: runs(200) },
    )
  })
  test('is read, checked and shown; as a post-mortem too', () => {
    fc.assert(
      fc.property(nastyDocuments, fc.constantFrom(...builtInTemplates()), (text, { id }) => {
        for (const document of [text, written(id, text)]) expect(everything(document).problems).toEqual([])
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('a broken post-mortem', () => {
  test('is read, checked and shown', () => {
    fc.assert(
      fc.property(brokenPostMortems, (text) => {
        expect(everything(text).problems).toEqual([])
      }),
      { numRuns: runs(40) },
    )
  })
  test('loses nothing by a fix, and what was missing is there', () => {
    let mended = 0
    fc.assert(
      fc.property(brokenPostMortems, (text) => {
        const context = contextOf(text)
        const missing = checkPostMortem(context.postMortem, RULE_CONTEXT).filter(({ rule }) =>
          rule.startsWith('missing-'),
        )
        const [finding] = missing
        const [fix] = finding ? fixesFor(finding, context.postMortem, context) : []
        if (!finding || !fix) return
        mended++
        expectNothingLost(text, context, fix.edits)
        const after = applyEdits(text, context.postMortem, fix.edits)
        const left = checkPostMortem(read(after), RULE_CONTEXT).filter(({ rule }) => rule.startsWith('missing-'))
        // Sections put in may answer for others that stand in the wrong place.
        const others = missing.filter((other) => other !== finding).map(({ message }) => message)
        expect(left.length).toBeLessThan(missing.length)
        expect(left.map(({ message }) => message).filter((message) => !others.includes(message))).toEqual([])
      }),
      { numRuns: runs(50) },
    )
    expect(mended).toBeGreaterThan(runs(15))
  })
  test('is the same whatever its line ends are', () => {
    fc.assert(
      fc.property(brokenPostMortems, (text) => {
        const lf = text.replace(/\r\n?/g, '\n')
        const messages = (document: string) =>
          checkPostMortem(read(document), RULE_CONTEXT).map(({ rule, message }) => `${rule}: ${message}`)
        expect(messages(lf.replaceAll('\n', '\r\n'))).toEqual(messages(lf))
      }),
      { numRuns: runs(25) },
    )
  })
})

test.skipIf(!HAS_CORPUS)('real documents', () => {
  for (const { path, text } of corpusDocuments()) expect(everything(text).problems, path).toEqual([])
})
