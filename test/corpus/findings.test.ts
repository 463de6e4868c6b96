/**
 * What the rules say of the real documents of both corpora, line by line: a change of behaviour shows in review. Every line of the list was
 * looked at. `UPDATE_GOLDEN=1 npx vitest run --project deep test/corpus/findings.test.ts` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { builtInTemplates, lineOf } from '../kit/document.ts'
import { ROOT } from '../kit/fixtures.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { isDeep } from '../kit/sampling.ts'
import { type CorpusDocument, corpusDocuments, HAS_CORPUS } from './corpus.ts'

const GOLDEN = join(ROOT, 'test', 'corpus', 'findings.golden.txt')

/** `repository/path:line severity rule` of each finding. */
function findingsOf({ text, path, name }: CorpusDocument): string[] {
  const context = { templates: builtInTemplates(), path, timeZone: null, dateOrder: null }
  const postMortem = readPostMortem(text, context)
  return checkPostMortem(postMortem, { ...RULE_CONTEXT, path }).map(({ section, start, severity, rule }) => {
    const line = lineOf(text, (postMortem.starts[section] ?? 0) + start)
    return `${name}:${line} ${severity} ${rule}`
  })
}

describe.skipIf(!HAS_CORPUS)('the findings of the corpus', () => {
  const documents = corpusDocuments().map((document) => ({ document, findings: findingsOf(document) }))

  it('are those that were looked at', () => {
    const found = documents.flatMap(({ findings }) => findings)
    if (process.env['UPDATE_GOLDEN'] && isDeep()) writeFileSync(GOLDEN, `${found.join('\n')}\n`)
    const golden = readFileSync(GOLDEN, 'utf8').trimEnd().split('\n')
    const names = documents.map(({ document }) => `${document.name}:`)
    expect(found).toEqual(isDeep() ? golden : golden.filter((line) => names.some((name) => line.startsWith(name))))
  })

  it('are at most one for every eight lines of a document', () => {
    const loud = documents.filter(
      ({ document, findings }) => findings.length > lineOf(document.text, document.text.length) / 8,
    )
    expect(loud.map(({ document, findings }) => `${document.name}: ${findings.length}`)).toEqual([])
  })
})
