/** What is left to be filled in is one number, whoever says it; of an untouched template nothing is filled in. */
import { describe, expect, test } from 'vitest'
import { placeholdersOf } from '../../server/src/model/content/placeholders.ts'
import { inspect } from '../../server/src/reports/inspect.ts'
import { type OpenedDocument, open } from '../kit/document.ts'
import { templateFiles } from '../kit/templates.ts'

const PLACEHOLDER_RULES = ['placeholder', 'final-with-placeholders']

interface Said {
  readonly filled: number
  readonly lens: number
  readonly status: number
  readonly hints: number
  readonly blockers: number
  readonly inspected: number
}

/** The numbers as people read them. */
function said({ service, view }: OpenedDocument): Said {
  const numberIn = (shown: string | null) => Number(/(\d+) (?:placeholders? )?left/.exec(shown ?? '')?.[1] ?? 0)
  const [lens] = service.lenses(view)
  const final = service.checkFinal(view)
  if ('refused' in final) throw new Error(final.refused)
  const inspected = inspect('a.md', view.postMortem, () => 1)
  expect(service.status(view).text).toContain(`Draft, ${inspected.progress?.filled} of ${inspected.progress?.sections}`)
  expect(lens?.title).toContain(`Draft · ${inspected.progress?.filled} of ${inspected.progress?.sections} `)
  return {
    filled: inspected.progress?.filled ?? -1,
    lens: numberIn(lens?.title ?? null),
    status: numberIn(service.status(view).detail),
    hints: view.findings
      .filter(({ rule }) => rule === 'placeholder')
      .reduce((sum, { related }) => sum + 1 + related.length, 0),
    blockers: final.blockers.filter(({ rule }) => PLACEHOLDER_RULES.includes(rule)).length,
    inspected: inspected.placeholders.length,
  }
}

const same = (left: number) => ({ lens: left, status: left, hints: left, blockers: left, inspected: left })

describe.each(templateFiles().map((file) => [file.id, file] as const))('%s', (id, { body, files }) => {
  const copy = `---\ntemplate: ${id}\n---\n\n${body}`

  test('untouched: nothing is filled in', async () => {
    const opened = await open(copy, { files })
    const { postMortem, findings } = opened.view
    expect(postMortem).toMatchObject({ recognised: true, isTemplate: false, stage: 'draft' })
    expect(postMortem.sections.filter(({ state }) => state === 'filled')).toEqual([])
    const brackets = copy.match(/\[[^[\]]{2,}\](?![([:])/g)?.length ?? 0
    const left = placeholdersOf(postMortem).length
    // Some stand there without brackets: `P0/P1/P2/P3`. That of the status is none.
    expect(left).toBeGreaterThanOrEqual(brackets - 1)
    expect(said(opened)).toEqual({ filled: 0, ...same(left) })
    expect(findings.every(({ severity }) => severity === 'hint')).toBe(true)
    const final = opened.service.checkFinal(opened.view)
    expect('blockers' in final && final.blockers.length).toBe(left)
  })

  test.each([2, 3, 5])('with one in %i filled in', async (nth) => {
    const { postMortem } = (await open(copy, { files })).view
    const chosen = placeholdersOf(postMortem).filter((_, index) => index % nth === 0)
    const text = chosen.reduceRight((before, { section, start, end }) => {
      const base = postMortem.starts[section] ?? 0
      return `${before.slice(0, base + start)}Ida Berg and the pump${before.slice(base + end)}`
    }, copy)
    const opened = await open(text, { files })
    const left = placeholdersOf(opened.view.postMortem).length
    expect(left).toBe(placeholdersOf(postMortem).length - chosen.length)
    const { filled, ...numbers } = said(opened)
    expect(numbers).toEqual(same(left))
    expect(filled).toBeGreaterThan(0)
  })
})
