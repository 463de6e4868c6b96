/** The lexicons: each word is found, no word is torn between two meanings, and no language lacks one. */
import { describe, expect, it } from 'vitest'
import type { Lexicon } from '../../server/src/lexicon/lexicon.ts'
import * as lexicons from '../../server/src/lexicon/lexicons.ts'
import { spelledWords, type Vocabulary } from '../../server/src/lexicon/vocabulary.ts'

const { LEXICONS } = lexicons

interface Category {
  readonly lists: (lexicon: Lexicon) => Readonly<Record<string, string>>
  readonly vocabulary: Vocabulary<string>
}

const CATEGORIES: Readonly<Record<string, Category>> = {
  kinds: { lists: ({ headings }) => headings.kinds, vocabulary: lexicons.KIND_WORDS },
  columns: { lists: ({ columns }) => columns, vocabulary: lexicons.COLUMN_WORDS },
  metadata: { lists: ({ metadata }) => metadata, vocabulary: lexicons.METADATA_WORDS },
  actionStates: { lists: ({ actionStates }) => actionStates, vocabulary: lexicons.ACTION_STATE_WORDS },
  documentStates: { lists: ({ documentStates }) => documentStates, vocabulary: lexicons.DOCUMENT_STATE_WORDS },
  goingOn: { lists: ({ goingOn }) => goingOn, vocabulary: lexicons.GOING_ON_WORDS },
  durations: { lists: ({ durations }) => durations, vocabulary: lexicons.DURATION_WORDS },
  milestones: { lists: ({ milestones }) => milestones, vocabulary: lexicons.MILESTONE_WORDS },
  title: { lists: ({ title }) => title, vocabulary: lexicons.TITLE_WORDS },
  answers: { lists: ({ answers }) => answers, vocabulary: lexicons.ANSWER_WORDS },
  zones: { lists: ({ zones }) => zones, vocabulary: lexicons.ZONE_WORDS },
  reviews: { lists: ({ reviews }) => reviews, vocabulary: lexicons.REVIEW_WORDS },
  approval: { lists: ({ approval }) => approval, vocabulary: lexicons.APPROVAL_WORDS },
  guidance: { lists: ({ guidance }) => guidance, vocabulary: lexicons.GUIDANCE_WORDS },
}

/** Categories whose words mean one thing, in whatever language they are read. */
const UNAMBIGUOUS = ['kinds', 'metadata', 'actionStates', 'goingOn', 'durations', 'title']

const words = (lexicon: Lexicon, lists: Category['lists']) =>
  Object.entries(lists(lexicon)).flatMap(([means, list]) =>
    spelledWords(list, lexicon).map((word) => ({ word, means })),
  )

describe.each(LEXICONS.map((lexicon) => [lexicon.language, lexicon] as const))('%s', (_, lexicon) => {
  it.each(Object.keys(CATEGORIES))('%s: each word is what it stands for, alone and in a text', (name) => {
    const { lists, vocabulary } = CATEGORIES[name] as Category
    for (const { word, means } of words(lexicon, lists)) {
      const text = word.replaceAll('*', '')
      expect(word).not.toBe('')
      if (text === word) expect([word, vocabulary.named(word)]).toEqual([word, expect.arrayContaining([means])])
      if (text === word) expect([word, vocabulary.leading(`${word}, x`)?.means]).toEqual([word, vocabulary.named(word)])
      expect([word, vocabulary.within(`(${text})`).flatMap((found) => found.means)]).toEqual([
        word,
        expect.arrayContaining([means]),
      ])
    }
  })

  it.each(Object.keys(CATEGORIES))('%s: no word stands twice in a list', (name) => {
    const { lists } = CATEGORIES[name] as Category
    for (const list of Object.values(lists(lexicon))) {
      const all = spelledWords(list, lexicon)
      expect(all.filter((word, index) => all.indexOf(word) < index)).toEqual([])
    }
  })
})

it.each(UNAMBIGUOUS)('%s: a word means one thing in all languages', (name) => {
  const { lists, vocabulary } = CATEGORIES[name] as Category
  const torn = LEXICONS.flatMap((lexicon) => words(lexicon, lists))
    .map(({ word }) => [word, vocabulary.named(word)] as const)
    .filter(([, means]) => means.length > 1)
  expect(Object.fromEntries(torn)).toEqual({})
})
