/** What real teams write is recognised, read without an exception, and every value is where it says it is. */
import { describe, expect, it } from 'vitest'
import type { PostMortem } from '../../server/src/model/post-mortem.ts'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { inspect } from '../../server/src/reports/inspect.ts'
import { builtInTemplates } from '../kit/document.ts'
import { rangeProblems } from '../kit/ranges.ts'
import { type CorpusDocument, corpusDocuments, HAS_CORPUS } from './corpus.ts'

const read = ({ text, path }: CorpusDocument): PostMortem =>
  readPostMortem(text, { templates: builtInTemplates(), path, timeZone: null, dateOrder: null })

describe.skipIf(!HAS_CORPUS)('the corpus', () => {
  const documents = corpusDocuments()
  const models = documents.map((document) => ({ document, model: read(document) }))

  it('is recognised: at least 98 % of the reports, and every template as one', () => {
    const missed = models.filter(({ document, model }) =>
      document.kind === 'template' ? !model.isTemplate : !model.recognised || model.isTemplate,
    )
    const reports = documents.filter(({ kind }) => kind === 'report').length
    const missedReports = missed
      .filter(({ document }) => document.kind === 'report')
      .map(({ document }) => document.name)
    console.log(
      `${reports - missedReports.length} of ${reports} reports recognised; not: ${missedReports.join(', ') || 'none'}`,
    )
    expect(missed.filter(({ document }) => document.kind === 'template').map(({ document }) => document.name)).toEqual(
      [],
    )
    expect(missedReports.length).toBeLessThanOrEqual(Math.max(1, reports * 0.02))
  })

  it('is checked against no template that it was not written from', () => {
    const chosen = models.filter(({ model }) => model.template?.chosen).map(({ document }) => document.name)
    expect(chosen).toEqual([])
  })

  it.each(models)('$document.name: every value is what stands at its range', ({ document, model }) => {
    expect(rangeProblems(document.text, model, model)).toEqual([])
  })

  it('is printed as plain data', () => {
    for (const { document, model } of models) {
      const printed = inspect(document.name, model, () => 1)
      expect(JSON.parse(JSON.stringify(printed))).toEqual(printed)
    }
  })
})
