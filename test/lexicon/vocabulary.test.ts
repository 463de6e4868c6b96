import { describe, expect, it } from 'vitest'
import { COLUMN_WORDS, KIND_WORDS, METADATA_WORDS, TITLE_WORDS } from '../../server/src/lexicon/lexicons.ts'
import { folded, isWordEnd, spelledWords } from '../../server/src/lexicon/vocabulary.ts'

describe('spellings of one name', () => {
  it.each([
    'Root cause',
    'root-cause',
    'ROOT  CAUSE',
    'Ｒｏｏｔ　ｃａｕｓｅ',
    'causa raíz',
    'causa raiz',
    'Causa rai\u0301z',
    'CAUSE RACINE',
    'Grundursache',
    '根本原因',
  ])('%s', (name) => expect(KIND_WORDS.named(name)).toEqual(['root-cause']))

  it.each(['started_at', 'Started at', 'STARTED-AT'])('%s', (name) =>
    expect(METADATA_WORDS.named(name)).toEqual(['start']),
  )

  it('one name with several roles', () => {
    expect(COLUMN_WORDS.named('when')).toEqual(['time', 'due'])
    expect(COLUMN_WORDS.named('担当')).toEqual(['owner'])
    expect(COLUMN_WORDS.named('shoe size')).toEqual([])
  })
})

describe('words in a text', () => {
  const meant = (text: string) =>
    TITLE_WORDS.within(text).map(({ start, end, means }) => `${text.slice(start, end)}: ${means}`)

  it.each([
    ['Mail was down', ['down: failure']],
    ['Download of the countdown', []],
    ['Wiki_down.md', ['down: failure']],
    ['down2 and 2down', []],
    ['Post-mortem: mail outage', ['Post-mortem: document', 'outage: failure']],
    ['Großer Mailausfall am Montag', ['ausfall: failure']],
    ['メール障害のお知らせ', ['障害: failure']],
    ['AWS障害報告書', ['障害報告書: document']],
    ['Panne générale', ['Panne: failure']],
    ['Rapport d’incident', ['Rapport d’incident: document']],
    ['Informe de incidente 7', ['Informe de incidente: document']],
  ])('%s', (text, expected) => expect(meant(text)).toEqual(expected))

  it.each(['Mail was down', 'Download', 'メール障害', 'Großer Mailausfall', 'a-b', '', 'What’s *down*'])(
    'or none: %s',
    (text) => expect(TITLE_WORDS.isIn(text)).toBe(TITLE_WORDS.within(text).length > 0),
  )

  it('begins and ends a text with whole words only', () => {
    expect(COLUMN_WORDS.leading('Time UTC')).toEqual({ start: 0, end: 4, means: ['time'] })
    expect(COLUMN_WORDS.leading('Timely')).toBeNull()
    expect(COLUMN_WORDS.leading('時刻JST')?.end).toBe(2)
    expect(KIND_WORDS.trailing('Follow-up timeline')).toEqual({ start: 10, end: 18, means: ['timeline'] })
    expect(KIND_WORDS.trailing('Downtimeline')).toBeNull()
  })
})

it('knows where a word may end', () => {
  const ends = (text: string) => [...text, ''].map((_, at) => (isWordEnd(text, at) ? '|' : '.')).join('')
  expect(ends('ab c')).toBe('|.|||')
  expect(ends('a障害b')).toBe('|||||')
  expect(ends('はю1')).toBe('||.|')
})

it('folds without moving anything', () => {
  for (const text of ['Ünïcode’s İ ẞ ß', 'ＡＢ　ｃ', 'a\u0301', '𝒳 障害', 'TIME—zone'])
    expect(folded(text).length).toBe(text.length)
  expect(folded('Ünïcode’s')).toBe("unicode's")
})

it('spells out nouns and parts that may be missing', () => {
  expect(spelledWords('end of (the )<it> | over', { incident: 'incident', fault: 'outage' })).toEqual([
    'end of incident',
    'end of outage',
    'end of the incident',
    'end of the outage',
    'over',
  ])
})
