/** Filled documents of every template: nothing to complain about, until something is taken out. */
import { describe, expect, test } from 'vitest'
import type { LocatedSection } from '../../server/src/model/document/schema.ts'
import type { PostMortem, Section, SectionField } from '../../server/src/model/post-mortem.ts'
import { builtInTemplates, changed, lineOf, open } from '../kit/document.ts'
import { applyFix, expectFindings, findingsIn, fixed } from '../kit/expect.ts'
import { fixture } from '../kit/fixtures.ts'
import { LATER } from '../kit/rules.ts'
import { sampled } from '../kit/sampling.ts'
import { endOfSubtree, locatedSections } from '../kit/sections.ts'

/** Where the incidents of the fixtures have been. */
const WORLD = { now: LATER }

describe.each(builtInTemplates().map(({ id }) => id))('%s', async (template) => {
  const text = fixture(`filled/${template}.md`)
  const opened = await open(text, WORLD)
  const { postMortem } = opened.view

  test('filled in, it has no finding', () => expect(findingsIn(opened)).toEqual([]))
  test('with CRLF neither', () => expectFindings(crlf(text), [], WORLD))
  test('final and resolved, checked against its template', () => {
    expect(postMortem).toMatchObject({ stage: 'final', resolved: true, template: { chosen: true } })
  })

  const wanted = requiredSections(postMortem)
  test('has every required section', () => {
    const required = postMortem.template?.template.sections.filter((section) => section.required) ?? []
    expect(wanted.map(({ section }) => section.template)).toEqual(required.map(({ index }) => index))
  })

  describe('a section is taken out with its children', () => {
    for (const [index, { section, near }] of sampled([...wanted.entries()], 4)) {
      test(section.heading?.title.plain ?? '', async () => {
        const without = cutOut(text, section, postMortem)
        const found = await changed(opened, without)
        // Without its approval a document of a template without a status is a draft.
        const severity = found.view.postMortem.stage === 'draft' ? 'hint' : 'warning'
        expect(severity === 'hint').toBe(template === 'phased' && section.kinds.includes('approval'))
        expect(findingsIn(found)).toEqual([[lineOf(text, near.start), 'missing-section', severity]])
        expect(found.view.findings[0]?.message).toBe(`Section "${section.heading?.title.plain}" is missing.`)

        const mended = fixed(found, 'missing-section')
        const again = (await changed(found, mended)).view
        expect(again.findings.filter(({ rule }) => rule.startsWith('missing-'))).toEqual([])
        expect(headingsOf(again.postMortem)).toEqual(headingsOf(postMortem))
        expectOnlyAdded(without, mended)
        if (index < 3) expect(await applyFix(crlf(without), 'missing-section')).toBe(crlf(mended))
      })
    }
  })

  describe('a field is taken out', () => {
    for (const { section, field } of sampled(requiredFields(postMortem), 4)) {
      test(`${section.heading?.title.plain}: ${field.name.text}`, async () => {
        const from = text.lastIndexOf('\n', section.start + field.start - 1) + 1
        const without = text.slice(0, from) + text.slice(text.indexOf('\n', from) + 1)
        const found = await changed(opened, without)
        const approval = section.kinds.includes('approval') && /^(?:approved by|date)$/.test(field.key)
        const severity = field.key === 'status' || approval ? 'hint' : 'warning'
        expect(findingsIn(found)).toEqual([[lineOf(text, section.start), 'missing-field', severity]])

        const mended = fixed(found, 'missing-field')
        const again = (await changed(found, mended)).view
        expect(again.findings.filter(({ rule }) => rule.startsWith('missing-'))).toEqual([])
        const keys = (of: Section | undefined) => of?.fields.map(({ key }) => key)
        expect(keys(again.postMortem.sections[section.index])).toEqual(keys(section))
        expectOnlyAdded(without, mended)
        if (template === 'minimal') expect(await applyFix(crlf(without), 'missing-field')).toBe(crlf(mended))
      })
    }
  })
})

interface Wanted {
  readonly section: LocatedSection
  /** The section whose heading a finding about its absence is shown on. */
  readonly near: LocatedSection
}

/** The sections that the template requires, with the closest heading that survives when they go. */
function requiredSections(postMortem: PostMortem): Wanted[] {
  const { template } = postMortem.template ?? {}
  const sections = locatedSections(postMortem)
  return sections.flatMap((section) => {
    const schema = template?.sections[section.template ?? -1]
    if (!schema?.required) return []
    const before = sections.filter(({ index, parent }) => parent === section.parent && index < section.index)
    const title = sections[postMortem.title?.section ?? 0]
    const near = before.at(-1) ?? sections[section.parent ?? -1] ?? title
    return near ? [{ section, near }] : []
  })
}

function cutOut(text: string, section: LocatedSection, postMortem: PostMortem): string {
  const end = endOfSubtree(section, postMortem)
  return text.slice(0, section.start) + text.slice(end)
}

function requiredFields(postMortem: PostMortem): { section: LocatedSection; field: SectionField }[] {
  const { template } = postMortem.template ?? {}
  const sections = locatedSections(postMortem)
  return sections.flatMap((section) => {
    const fields = template?.sections[section.template ?? -1]?.fields ?? []
    return fields.map(({ key, name }) => {
      const field = section.fields.find((candidate) => candidate.key === key)
      if (!field) throw new Error(`The fixture lacks the field "${name}".`)
      return { section, field }
    })
  })
}

function headingsOf({ sections }: PostMortem): string[] {
  return sections.flatMap(({ heading, level }) => (heading ? [`${level} ${heading.title.plain}`] : []))
}

/** Nothing but one piece of text was put in. */
function expectOnlyAdded(before: string, after: string): void {
  let head = 0
  while (head < before.length && before[head] === after[head]) head++
  expect(after.slice(after.length - (before.length - head))).toBe(before.slice(head))
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}
