/** Reading on from an earlier version gives what reading anew gives, and leaves what did not change as it is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PostMortem } from '../../server/src/model/post-mortem.ts'
import { type Reading, readPostMortem, updateReading } from '../../server/src/model/read-post-mortem.ts'
import { builtInTemplates } from '../kit/document.ts'
import { fixture } from '../kit/fixtures.ts'
import { brokenPostMortems, nastyDocuments } from '../kit/nasty.ts'
import { runs } from '../kit/sampling.ts'

const CONTEXT = { templates: builtInTemplates(), path: 'incidents/disk-full.md', timeZone: null, dateOrder: null }
const RIGHT = builtInTemplates().map(({ id }) => fixture(`filled/${id}.md`))

/** What people type, paste and delete, in places of a text given as shares of its length. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(3), fc.nat(200)),
    added: fc.oneof(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\n\n',
        '|',
        '- ',
        '# ',
        '\n## Timeline\n',
        '\n## Impact\n\n',
        '```\n',
        '<!-- ',
        '-->',
      ),
      fc.constantFrom(
        '14:02',
        '2026-03-01',
        ' UTC',
        '**',
        '[x]',
        '| 14:02 | a | b |\n',
        '\r\n',
        '---\n',
        '**Timeline:**\n',
        '',
      ),
    ),
  }),
  { minLength: 1, maxLength: 8 },
)

function edited(text: string, { at, removed, added }: { at: number; removed: number; added: string }): string {
  const start = Math.floor(text.length * at)
  return text.slice(0, start) + added + text.slice(start + removed)
}

function expectSameAsAnew(text: string, steps: readonly { at: number; removed: number; added: string }[]): void {
  let version = text
  let reading: Reading = updateReading(null, version, CONTEXT)
  for (const step of steps) {
    version = edited(version, step)
    reading = updateReading(reading, version, CONTEXT)
    expect(reading.postMortem).toEqual(readPostMortem(version, CONTEXT))
  }
}

describe('after any edits the model is that of the text', () => {
  test.each(RIGHT.map((text) => [text.split('\n').find((line) => line.startsWith('# ')), text]))('%s', (_, text = '') =>
    fc.assert(
      fc.property(edits, (steps) => expectSameAsAnew(text, steps)),
      { numRuns: runs(8) },
    ),
  )
  test('with CRLF', () =>
    fc.assert(
      fc.property(edits, (steps) => expectSameAsAnew((RIGHT[0] ?? '').replaceAll('\n', '\r\n'), steps)),
      { numRuns: runs(6) },
    ))
  test('a table of hundreds of rows', () =>
    fc.assert(
      fc.property(edits, (steps) => expectSameAsAnew(long(300), steps)),
      { numRuns: runs(6) },
    ))
  test('broken documents', () =>
    fc.assert(
      fc.property(fc.oneof(brokenPostMortems, nastyDocuments), edits, (text, steps) => expectSameAsAnew(text, steps)),
      { numRuns: runs(30) },
    ))
})

test('a table that becomes too long to be read, and is so no more', () => {
  const [short, opaque] = [long(2_000), long(2_001)]
  let reading = updateReading(null, short, CONTEXT)
  for (const [text, events] of [
    [opaque, 0],
    [`${opaque}words\n`, 0],
    [short, 2_000],
  ] as const) {
    reading = updateReading(reading, text, CONTEXT)
    expect(reading.postMortem).toEqual(readPostMortem(text, CONTEXT))
    expect(reading.postMortem.timeline).toHaveLength(events)
  }
})

describe('what did not change stays as it is', () => {
  const parts = (one: PostMortem, other: PostMortem) =>
    (Object.keys(one) as (keyof PostMortem)[]).filter((part) => one[part] !== other[part])
  const typedIn = (text: string, place: string, added = 'x') => {
    const at = text.indexOf(place) + place.length
    const before = updateReading(null, text, CONTEXT)
    const after = updateReading(before, text.slice(0, at) + added + text.slice(at), CONTEXT)
    const sections = after.postMortem.sections.filter((section, index) => section !== before.postMortem.sections[index])
    return { changed: parts(before.postMortem, after.postMortem), sections }
  }

  test('a word in prose: one section', () => {
    const { changed, sections } = typedIn(RIGHT[0] ?? '', '## Executive Summary\n\n')
    expect(sections.map(({ heading }) => heading?.title.plain)).toEqual(['Executive Summary'])
    expect(changed).toEqual(['sections', 'starts'])
  })
  test('a word in one of 300 rows: its section', () => {
    const { changed, sections } = typedIn(long(300), 'event 150')
    expect(sections.map(({ heading }) => heading?.title.plain)).toEqual(['Timeline'])
    expect(changed).toEqual(['sections', 'starts', 'timeline'])
  })
})

/** A post-mortem with a timeline of so many rows, one a minute. */
function long(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const clock = `${String(Math.floor(index / 60) % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`
    return `| ${clock} | event ${index} of \`svc-${index % 7}\` | Ana |`
  })
  return [
    '# Incident Post-Mortem: Disk full\n\n- **Incident ID**: INC-20260301-001\n- **Date**: 2026-03-01\n- **Severity**: SEV2\n',
    '## Timeline\n\n| Time (UTC) | Description | Owner |\n|---|---|---|',
    ...lines,
    '\n## Impact\n\nNobody could log in.\n',
  ].join('\n')
}
