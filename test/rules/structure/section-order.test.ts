import { describe, expect, test } from 'vitest'
import { moveSection } from '../../../server/src/edits/move-section.ts'
import { misplacedSections } from '../../../server/src/edits/section-places.ts'
import { type LocatedSection, subtree } from '../../../server/src/model/document/schema.ts'
import type { PostMortem, Section } from '../../../server/src/model/post-mortem.ts'
import { applyEdits, open, read, reader, written } from '../../kit/document.ts'
import { applyFix, expectFindings, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { atMost } from '../../kit/sampling.ts'
import { endOfSubtree, locatedSections } from '../../kit/sections.ts'

const HEAD =
  '- **Date**: 2026-01-14\n- **Severity**: SEV2\n- **Duration**: 60 min\n- **Status**: Final\n- **Author**: Ana\n'
const part = (heading: string) => `## ${heading}\n\nAbout ${heading.toLowerCase()}.\n`
const doc = (...headings: string[]) => written('minimal', [HEAD, ...headings.map(part)].join('\n'))
const found = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === 'section-order').map(({ message }) => message)

const ALL = ['Summary', 'Impact', 'Timeline', 'Contributing Factors', 'Lessons Learned', 'Action Items']
const moved = (heading: string, to: number) => {
  const others = ALL.filter((other) => other !== heading)
  return doc(...others.slice(0, to), heading, ...others.slice(to))
}

describe('is one', () => {
  test('a section that comes too late', async () =>
    expect(await found(moved('Summary', 4))).toEqual(['In the template, "Summary" comes before "Impact".']))
  test('or too early', async () =>
    expect(await found(moved('Lessons Learned', 0))).toEqual([
      'In the template, "Lessons Learned" comes after "Contributing Factors".',
    ]))
  test('on its heading, as a hint', async () => {
    const opened = await open(moved('Action Items', 2))
    expect(findingsIn(opened).filter(([, rule]) => rule === 'section-order')).toEqual([[21, 'section-order', 'hint']])
  })
  test('only for those that must move', async () => {
    expect(await found(doc('Impact', 'Summary', 'Timeline', 'Action Items', 'Lessons Learned'))).toHaveLength(2)
    expect(await found(doc(...[...ALL].reverse()))).toHaveLength(5)
  })
  test('inside another section', async () => {
    const right = fixture('filled/phased.md')
    const text = right
      .replace('### Contributing Factors', '### Primary Cause')
      .replace('### Primary Cause', '### Contributing Factors')
    expect(await found(text)).toEqual(['In the template, "Primary Cause" comes before "Contributing Factors".'])
  })
})

describe('is none', () => {
  test('where sections are missing', async () => expect(await found(doc('Summary', 'Action Items'))).toEqual([]))
  test('where there are others between them', async () =>
    expect(await found(doc('Summary', 'Weather', 'Impact', 'Thanks', 'Timeline'))).toEqual([]))
  test('where a section is under another heading', async () => {
    const text = doc('Summary', 'Impact', 'Timeline').replace('## Impact', '### Impact')
    expect(await found(text)).toEqual([])
  })
  test('without a chosen template', () =>
    expectFindings(
      `# Post-mortem: Disk full\n\nSeverity: SEV2\n\n${['Timeline', 'Impact', 'Summary'].map(part).join('\n')}`,
      [],
    ))
})

describe('the fix', () => {
  test('moves a section up with all that is in it', async () => {
    const inner = `${part('Action Items')}\n### Later\n\n- [ ] Buy a disk\n\n\n\`\`\`\n## No heading\n\`\`\`\n`
    const text = written('minimal', `${HEAD}\n${inner}\n${part('Summary')}\n${part('Impact')}`)
    expect(await applyFix(text, 'section-order')).toBe(
      written('minimal', `${HEAD}\n${part('Summary')}\n${part('Impact')}\n${inner}`),
    )
  })
  test.each(
    ALL.flatMap((heading, from) => ALL.flatMap((_, to) => (Math.abs(from - to) > 1 ? [[heading, to] as const] : []))),
  )('puts %s back from place %i, byte by byte', async (heading, to) =>
    expect(await applyFix(moved(heading, to), 'section-order')).toBe(doc(...ALL)),
  )
  test('leaves the closing words at the end', async () => {
    const right = fixture('filled/minimal.md')
    const closing = right.slice(right.lastIndexOf('**No names'))
    const mended = await applyFix(spoilt(right, 'Action Items', 'Impact'), 'section-order')
    expect(mended.endsWith(`\n\n${closing}`)).toBe(true)
    expect(mended.indexOf('## Action Items')).toBeGreaterThan(mended.indexOf('## Lessons Learned'))
  })
  test('works where the last line has no end', async () => {
    const text = moved('Summary', 5).trimEnd()
    expect(await applyFix(text, 'section-order')).toBe(doc(...ALL).trimEnd())
  })
  test.each([
    [
      'behind words below a rule that may be for the whole document',
      (text: string) => `${text}\n---\n\nWritten by Ana.\n`,
    ],
    ['behind a fence without an end', (text: string) => `${text}\n\`\`\`\nls\n`],
    [
      'where a comment may belong to the heading',
      (text: string) => text.replace('## Summary', '<!-- keep -->\n\n## Summary'),
    ],
    ['where a fold would be torn', (text: string) => text.replace('About summary.', '<details>\n\nAbout summary.')],
    [
      'where an underlined heading would become a line of text',
      (text: string) => text.replace('\n\n## Impact', '\n## Impact').replace('## Summary\n', 'Summary\n---\n'),
    ],
  ])('refuses %s', async (_, spoil) => {
    const text = spoil(moved('Summary', 5))
    expect(await found(text)).toHaveLength(1)
    await expect(applyFix(text, 'section-order')).rejects.toThrow('No such fix')
  })
})

describe('planted errors', () => {
  const mutants = ['incident-review', 'phased', 'google-sre', 'minimal'].flatMap((name) =>
    misplacedIn(fixture(`filled/${name}.md`)),
  )

  test('are found', () => expectFound('section-order', mutants))
  test('and fixed, with LF and CRLF: everything is there again, in the order of before', () => {
    const read = reader()
    for (const { wrong, right, what } of atMost(mutants, 24)) {
      const before = wrong.length % 2 === 0 ? wrong : wrong.replaceAll('\n', '\r\n')
      let text = before
      for (let step = 0; step < 3; step++) {
        const postMortem = read(text)
        const [misplaced] = misplacedSections(postMortem)
        if (!misplaced) break
        text = applyEdits(text, postMortem, moveSection(misplaced.section, misplaced, postMortem, text) ?? [])
      }
      expect(headings(read(text)), what).toEqual(headings(read(right)))
      expect([...text].sort().join(''), what).toBe([...before].sort().join(''))
      expect(/(?:\r?\n){4}/.test(text), what).toBe(false)
    }
  })
})

/** Every section but the last moved before every other one that is not next to it. */
function misplacedIn(right: string): Mutant[] {
  const postMortem = read(right)
  const siblings = locatedSections(postMortem).filter(
    ({ template, index }) => template !== null && index !== postMortem.title?.section && index > 0,
  )
  return siblings.flatMap((section) =>
    siblings
      .filter((other) => other.parent === section.parent && other !== section && isApart(section, other, postMortem))
      .filter((_, index) => index % 12 === 0)
      .map((other) => ({
        what: `${section.heading?.title.plain} in front of ${other.heading?.title.plain}`,
        right,
        wrong: cutAndInsert(right, section, other, postMortem),
      })),
  )
}

function isApart(section: LocatedSection, other: LocatedSection, postMortem: PostMortem): boolean {
  const last = postMortem.sections.at(-1)
  const isLast = subtree(section, postMortem).some((inner) => inner === last)
  return !isLast && other.start !== endOf(section, postMortem)
}

function cutAndInsert(text: string, section: LocatedSection, other: LocatedSection, postMortem: PostMortem): string {
  const end = endOf(section, postMortem)
  const piece = text.slice(section.start, end)
  const without = text.slice(0, section.start) + text.slice(end)
  const at = other.start > section.start ? other.start - piece.length : other.start
  return without.slice(0, at) + piece + without.slice(at)
}

function endOf(section: Section, postMortem: PostMortem): number {
  return endOfSubtree(section, postMortem)
}

/** A filled document with one of its sections before another. */
function spoilt(right: string, heading: string, before: string): string {
  const postMortem = read(right)
  const named = (name: string) =>
    locatedSections(postMortem).find((section) => section.heading?.title.plain === name) as LocatedSection
  const section = named(heading)
  const closing = right.lastIndexOf('\n**')
  const piece = right.slice(section.start, Math.min(section.end, closing))
  const without = right.replace(piece, '')
  return without.replace(`## ${before}\n`, `${piece.trimEnd()}\n\n## ${before}\n`)
}

function headings({ sections }: PostMortem): (string | undefined)[] {
  return sections.map(({ heading }) => heading?.title.plain)
}
