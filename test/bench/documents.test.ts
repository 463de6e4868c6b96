/** What the benchmarks measure with: generated post-mortems, and somebody who types in them. */
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { keysIn, type Place } from '../../bench/children/typist.ts'
import { postMortem, SHORT, type Size, USUAL, withRows } from '../../bench/documents/post-mortem.ts'
import { median, percentile } from '../../bench/kit/statistics.ts'
import { ratio } from '../../bench/kit/table.ts'
import { createPostMortemService } from '../../server/src/service.ts'
import { sampled } from '../kit/sampling.ts'
import { ManualScheduler } from '../kit/world.ts'

const SIZES: readonly [string, Size][] = [
  ['usual', USUAL],
  ['short', SHORT],
  ['long', { lines: 700 }],
  ['with 30 rows', withRows(30)],
  ['with 300 rows', withRows(300)],
]

const read = async (text: string) => {
  const service = createPostMortemService({
    files: { readFile: async () => null, exists: async () => false, findFiles: async () => [] },
    clock: { now: () => Date.parse('2026-03-10T12:00:00Z'), timeZone: () => 'UTC' },
    scheduler: new ManualScheduler(),
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  service.openDocument('file:///a.md', 1, text)
  const view = await service.view('file:///a.md')
  if (!view) throw new Error('not open')
  return view
}

/** The text after so many keys. */
const typed = (text: string, place: Place, count: number) => {
  const keys = keysIn(text, place)
  let document = TextDocument.create('file:///a.md', 'markdown', 1, text)
  for (let index = 0; index < count; index++) document = TextDocument.update(document, [keys.next().value], index + 2)
  return document.getText()
}

describe('generated post-mortems', () => {
  it.each(SIZES)('%s: has the lines that were asked for', (_, size) => {
    expect(postMortem(3, size).trimEnd().split('\n')).toHaveLength(size.lines)
  })

  it.each(SIZES)('%s: is read as one, and only open actions and left out sections are found', async (_, size) => {
    const { postMortem: model, findings } = await read(postMortem(3, size))
    expect([model.template?.template.id, model.template?.chosen]).toEqual(['incident-review', true])
    const found = new Set(findings.map(({ rule }) => rule))
    expect([...found].filter((rule) => rule !== 'action-overdue' && rule !== 'missing-section')).toEqual([])
  })

  it('are all recognised', async () => {
    const numbers = sampled(
      Array.from({ length: 30 }, (_, number) => number),
      4,
    )
    const recognised = await Promise.all(
      numbers.map(async (number) => (await read(postMortem(number, SHORT))).postMortem),
    )
    expect(recognised.map(({ recognised: is }) => is)).not.toContain(false)
  })

  it('are the same for the same number, and no two have the same ID', () => {
    const ids = Array.from({ length: 1500 }, (_, number) => /INC-[\d-]+/.exec(postMortem(number, SHORT))?.[0])
    expect(new Set(ids).size).toBe(ids.length)
    expect(postMortem(7)).toBe(postMortem(7))
  })
})

describe('typing', () => {
  it('in prose goes on after a paragraph in the middle, and takes mistakes back', () => {
    const text = postMortem(1)
    const after = typed(text, 'prose', 200)
    const [start, end] = around(text, after)
    expect(text.slice(0, start)).toMatch(/\.$/)
    expect(after.slice(start, end)).toMatch(/^ [A-Z`][^x]+\n\S/)
    expect(Math.abs(start / text.length - 0.5)).toBeLessThan(0.2)
  })

  it('in a row goes on in its description, and then in new rows', () => {
    const text = postMortem(1, withRows(100))
    const after = typed(text, 'row', 400)
    const changed = after.split('\n').filter((line) => !text.includes(line))
    expect(changed[0]).toMatch(/^\| \d\d:\d\d \| \+\d+ min \| .+, and .+ \| [A-Z]\w+ [A-Z]\w+ \|$/)
    expect(changed[1]).toMatch(/^\| 12:00 \| \+90 min \| .+ \| [A-Z]\w+ [A-Z]\w+ \|$/)
  })
})

describe('figures', () => {
  it('are percentiles by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([median(values), percentile(values, 95), percentile([4], 95)]).toEqual([50, 95, 4])
    expect(() => median([])).toThrow('nothing was measured')
  })

  it('are shown as a part or a multiple of the peer', () => {
    expect([ratio(1, 200), ratio(1, 5), ratio(2, 3), ratio(0.9, 1), ratio(3, 2)]).toEqual([
      '1/200',
      '1/5',
      '1/1.5',
      '0.90×',
      '1.50×',
    ])
  })
})

/** What was put in: from where to where in the new text. */
function around(before: string, after: string): [number, number] {
  let start = 0
  while (before[start] === after[start]) start++
  return [start, after.length - (before.length - start)]
}
