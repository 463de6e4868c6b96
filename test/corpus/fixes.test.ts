/**
 * What must hold of every fix, on real documents, on the fixtures and on broken ones: it fixes what it is for, breaks
 * nothing, and loses nothing that somebody wrote.
 */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { editsOfFixAll } from '../../server/src/features/code-actions/code-actions.ts'
import { disableForFile, disableForLine } from '../../server/src/features/code-actions/disable-rule.ts'
import type { AnalysedDocument, Analysis } from '../../server/src/features/code-actions/fix-all.ts'
import { memoize } from '../../server/src/memoize.ts'
import type { PostMortem } from '../../server/src/model/post-mortem.ts'
import { checkPostMortem, fixesFor } from '../../server/src/rules/check.ts'
import { ruleById } from '../../server/src/rules/registry.ts'
import { ReportCache } from '../../server/src/rules/report-cache.ts'
import type { Finding, Fix } from '../../server/src/rules/rule.ts'
import { applyEdits, builtInTemplates, lineOf, reader, written } from '../kit/document.ts'
import { fixture, fixtureNames, markdownFiles } from '../kit/fixtures.ts'
import { brokenPostMortems, nastyDocuments } from '../kit/nasty.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { runs, sampled } from '../kit/sampling.ts'
import { corpusDocuments, HAS_CORPUS } from './corpus.ts'

function readable(text: string): AnalysedDocument {
  const [read, cache] = [reader(), new ReportCache()]
  const reanalyse = (other: string) => {
    const postMortem = read(other)
    return { postMortem, findings: checkPostMortem(postMortem, RULE_CONTEXT, cache) }
  }
  return { ...RULE_CONTEXT, text, readerZone: 'UTC', ...reanalyse(text), reanalyse }
}

/** Everything that is wrong with the fixes of a document; one line each. */
function problemsOf(text: string): string[] {
  const document = readable(text)
  const { findings, postMortem } = document
  return [
    ...findings.flatMap((finding) =>
      fixesFor(finding, postMortem, document).flatMap((fix) =>
        problemsOfFix(document, finding, fix).map(
          (problem) => `${named(document, finding)} "${fix.title}": ${problem}`,
        ),
      ),
    ),
    ...findings.flatMap((finding) =>
      problemsOfLine(document, finding).map((problem) => `${named(document, finding)}: ${problem}`),
    ),
    ...[...new Set(findings.map(({ rule }) => rule))].flatMap((rule) =>
      problemsOfFile(document, rule).map((problem) => `${rule}: ${problem}`),
    ),
    ...problemsOfFixAll(document),
  ]
}

function named({ text, postMortem }: AnalysedDocument, { section, start, rule }: Finding): string {
  return `line ${lineOf(text, (postMortem.starts[section] ?? 0) + start)} ${rule}`
}

function problemsOfFix(document: AnalysedDocument, finding: Finding, fix: Fix): string[] {
  const { text, postMortem, findings } = document
  const after = applyEdits(text, postMortem, fix.edits)
  const again = document.reanalyse(after)
  const problems: string[] = []
  const left = again.findings.filter((other) => isSame(other, finding)).length
  const before = findings.filter((other) => isSame(other, finding)).length
  if (left >= before) problems.push('the finding is still there')
  if (errorsOf(again.findings) > errorsOf(findings)) problems.push('there is a new error')
  return [...problems, ...losses(document, finding, after, again.postMortem)]
}

/** What is inserted into a final document is a placeholder there, and has to be one until somebody fills it in. */
function errorsOf(findings: readonly Finding[]): number {
  return findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'final-with-placeholders').length
}

/** Another of the same message may be the same one at another place. */
function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.message === b.message
}

/** Words and headings that are gone, besides those that the finding is about. */
function losses(
  { text, postMortem, findings }: AnalysedDocument,
  finding: Finding,
  after: string,
  now: PostMortem,
): string[] {
  // A fix may fix all findings of its rule at once.
  const same = findings.filter(({ rule }) => rule === finding.rule)
  const judged = [...same, ...finding.related].flatMap(({ section, start, end }) => {
    const base = postMortem.starts[section] ?? 0
    const from = text.lastIndexOf('\n', base + start - 1) + 1
    const to = text.indexOf('\n', base + end)
    return text.slice(from, to < 0 ? text.length : to)
  })
  const words = lost(wordsOf(text), wordsOf(after)).filter((word) => !judged.some((line) => line.includes(word)))
  const headings = lost(headingsOf(postMortem), headingsOf(now)).filter(
    (heading) => !judged.some((line) => line.includes(heading)),
  )
  return [
    ...(words.length > 0 ? [`lost: ${words.join(' ')}`] : []),
    ...(headings.length > 0 ? [`no longer a heading: ${headings.join(', ')}`] : []),
  ]
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function headingsOf({ sections }: PostMortem): string[] {
  return sections.flatMap(({ heading }) => heading?.title.plain ?? [])
}

/** What of a list is not in another one, each as often as it is missing. */
function lost(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const entry of after) left.set(entry, (left.get(entry) ?? 0) + 1)
  return before.filter((entry) => {
    const count = left.get(entry) ?? 0
    left.set(entry, count - 1)
    return count <= 0
  })
}

/** Switching a rule off for a line takes its finding there away, and changes nothing else. */
function problemsOfLine(document: AnalysedDocument, finding: Finding): string[] {
  const edit = disableForLine(finding, document)
  if (!edit) return []
  const again = document.reanalyse(applyEdits(document.text, document.postMortem, [edit]))
  const isLess = placesOf(again, finding.rule) < placesOf(document, finding.rule)
  return [...(isLess ? [] : ['not switched off for the line']), ...otherThan(finding.rule, document, again)]
}

/** The same for the whole document. */
function problemsOfFile(document: AnalysedDocument, rule: string): string[] {
  const edit = disableForFile(rule, document)
  const again = document.reanalyse(applyEdits(document.text, document.postMortem, [edit]))
  const isGone = placesOf(again, rule) === 0
  return [...(isGone ? [] : ['not switched off for the file']), ...otherThan(rule, document, again)]
}

/** How many places the findings of a rule are about: one of them may name several. */
function placesOf({ findings }: Analysis, rule: string): number {
  const same = findings.filter((finding) => finding.rule === rule)
  return same.reduce((sum, { related }) => sum + 1 + related.length, 0)
}

/** What is another thing once a rule was switched off; the two rules about placeholders go together. */
function otherThan(rule: string, before: Analysis, after: Analysis): string[] {
  const isOther = (finding: Finding) => finding.rule !== rule && !/placeholder/.test(finding.rule)
  const messages = ({ findings }: Analysis) =>
    findings
      .filter(isOther)
      .map(({ message }) => message)
      .sort()
  return [
    ...(messages(after).join() === messages(before).join() ? [] : ['switched off, there are other findings']),
    ...(textsOf(after.postMortem) === textsOf(before.postMortem) ? [] : ['switched off, the text is read another way']),
  ]
}

/** Everything in a model but places, comments, and white space. */
const textsOf = memoize((postMortem: PostMortem): string => {
  const places = new Set(['start', 'end', 'length', 'starts', 'at', 'suppressions', 'weekdayRange'])
  const bare = JSON.stringify(postMortem, (key, value) => {
    if (places.has(key)) return undefined
    if (Array.isArray(value)) return value.filter((entry) => entry?.type !== 'html')
    return typeof value === 'string'
      ? value
          .replace(/<!--.*?-->/g, '')
          .replace(/\s+/g, ' ')
          .trim()
      : value
  })
  return bare
})

/** All fixes at once: twice is once, and nothing is lost. */
function problemsOfFixAll(document: AnalysedDocument): string[] {
  const rules = [...new Set(document.findings.map(({ rule }) => rule))].filter((rule) => ruleById(rule)?.fix)
  return [null, ...rules].flatMap((rule) => {
    const edits = editsOfFixAll(document, { rule })
    if (edits.length === 0) return []
    const once = applyEdits(document.text, document.postMortem, edits)
    const again = readable(once)
    const twice = editsOfFixAll(again, { rule }).length === 0 ? [] : ['a second time changes more']
    // Of one rule, what its findings are about may go: that was looked at fix by fix.
    const gone = rule === null ? lost(wordsOf(document.text), wordsOf(once)) : []
    const headings = lost(headingsOf(document.postMortem), headingsOf(again.postMortem))
    const losses = [...gone, ...(rule === null ? headings : [])].map((text) => `lost: ${text}`)
    return [...twice, ...losses].map((problem) => `fix all ${rule ?? ''}: ${problem}`)
  })
}

describe.skipIf(!HAS_CORPUS)('fixes of the corpus', () => {
  const documents = corpusDocuments()
  for (const { name, text } of documents) it(name, () => expect(problemsOf(text)).toEqual([]))
})
if (!HAS_CORPUS) console.warn('SKIPPED: fixes on real documents.')

describe('fixes of', () => {
  for (const name of sampled(fixtureNames('fixes'), 8))
    test(`fixes/${name}`, () => expect(problemsOf(fixture(`fixes/${name}`))).toEqual([]))
  for (const { path, text } of sampled(markdownFiles('examples/postmortems'), 4))
    test(`examples/${path}`, () => expect(problemsOf(text)).toEqual([]))
  test('post-mortems that are broken', () => {
    let mended = 0
    fc.assert(
      fc.property(brokenPostMortems, (text) => {
        const document = readable(text)
        mended += document.findings.filter(
          (finding) => fixesFor(finding, document.postMortem, document).length > 0,
        ).length
        expect(problemsOf(text)).toEqual([])
      }),
      { numRuns: runs(25) },
    )
    expect(mended).toBeGreaterThan(runs(10))
  })
  test('documents made of nothing but trouble', () => {
    fc.assert(
      fc.property(nastyDocuments, fc.constantFrom(...builtInTemplates()), (text, { id }) => {
        expect(problemsOf(written(id, text))).toEqual([])
      }),
      { numRuns: runs(25) },
    )
  })
})
