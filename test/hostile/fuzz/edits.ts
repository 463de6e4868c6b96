/** Random edits of a document, the same for the same seed, as people and programs make them and as nobody would. */

/** Numbers from a seed: mulberry32. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to below one. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
}

/** What is put for what stood between two offsets of the text before. */
export interface FuzzEdit {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/** Of a document that is fuzzed. */
export const MAX_LINES = 1_500
const MAX_ROWS = 300

const LINES = [
  '# Incident post-mortem: Search',
  '## Timeline',
  '## Action Items',
  '### 2026-01-10',
  '- **Duration**: 10:00 to 11:20 (75 min)',
  '- **Severity**: SEV9',
  '- **Date**: 2026-02-30',
  '- 10:05 **Detected**: an alert',
  '- 25:61 nothing',
  '| 10:30 | **Resolved**: rolled back | Ana |',
  '| Time (UTC) | Description | Owner |',
  '| --- | --- | --- |',
  '- [ ] Alert on it',
  '  - **Owner**: [Name]',
  '| A-1 | Do it | Ana | P1 | 2026-01-01 | Open |',
  '<!-- postmortem-disable-next-line placeholder -->',
  '[What happened, and why]',
  '> quote',
  '[a]: /b',
  '<<<<<<< ours',
  'It took 3 hours, from 10:00 to 13:00 CET.',
]
const PIECES = [
  ...[
    '```',
    '~~~\n',
    '---\n',
    '---\ntemplate: minimal\n---\n',
    '<!--',
    '-->',
    '|',
    '\\|',
    '`',
    '**',
    '- ',
    '# ',
    '    ',
  ],
  ...[
    '\0',
    '\ud800',
    '\udc00',
    '😀',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\u00a0',
    'e\u0301',
    'İ',
    '年',
    '\u202e',
    '\u001b[2J',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\n\r',
    '\t',
    ' ',
    'x',
    '1',
    ':',
    '.',
    '2026-01-10',
    '10:02',
    '+5 min',
    'TBD',
    '[',
    '](',
  ],
]

type Maker = (text: string, random: Random) => FuzzEdit

const at = (text: string, random: Random) => random.below(text.length + 1)
const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1
const put = (start: number, newText: string, end = start): FuzzEdit => ({ start, end, newText })

function span(text: string, random: Random, longest: number): { start: number; end: number } {
  const start = at(text, random)
  return { start, end: Math.min(text.length, start + random.below(longest)) }
}

/** The kinds of edits, each as likely as the others. */
export const KINDS: Readonly<Record<string, Maker>> = {
  type: (text, random) => put(at(text, random), random.one(['a', ' ', '-', ':', '1', '\n', '|', '*', '['])),
  'delete a character': (text, random) => {
    const { start } = span(text, random, 1)
    return put(start, '', Math.min(text.length, start + 1))
  },
  'delete a span': (text, random) => {
    const { start, end } = span(text, random, random.one([5, 80, 1_000]))
    return put(start, '', end)
  },
  'move a span': (text, random) => {
    const { start, end } = span(text, random, 200)
    return put(at(text, random), text.slice(start, end))
  },
  'put a piece': (text, random) => put(at(text, random), random.one(PIECES)),
  'replace a span': (text, random) => {
    const { start, end } = span(text, random, 60)
    return put(start, random.one(PIECES), end)
  },
  'put a line': (text, random) =>
    put(lineStart(text, at(text, random)), `${random.one(LINES)}${random.one(['\n', '\r\n', '\r'])}`),
  'paste lines': (text, random) =>
    put(
      lineStart(text, at(text, random)),
      Array.from({ length: 1 + random.below(12) }, () => random.one(LINES)).join('\n'),
    ),
  'paste rows': (text, random) => {
    const rows = Array.from(
      { length: 1 + random.below(60) },
      (_, i) => `| ${10 + (i % 9)}:0${i % 10} | row ${i} | Ana |\n`,
    )
    return put(lineStart(text, at(text, random)), rows.join(''))
  },
  'delete lines': (text, random) => {
    const start = lineStart(text, at(text, random))
    return put(start, '', lineStart(text, Math.min(text.length, start + random.below(400))))
  },
  'other line ends': (text, random) => {
    const { start, end } = span(text, random, 300)
    return put(start, text.slice(start, end).replace(/\r\n|\r|\n/g, random.one(['\n', '\r\n', '\r'])), end)
  },
  'a huge line': (text, random) =>
    put(
      at(text, random),
      random.one(['word ', 'a', '| ', '**a** ', '`', '[', '10:02 ']).repeat(200 + random.below(6_000)),
    ),
  'half of a pair': (text, random) => put(at(text, random), random.one(['\ud83d', '\ude00'])),
  'front matter': (_, random) =>
    put(
      0,
      random.one([
        '---\n',
        '---\ntemplate: phased\n---\n',
        '\ufeff',
        '---\nstatus: [\n---\n',
        '---\npostmortem: false\n---\n',
      ]),
    ),
  fence: (text, random) =>
    put(lineStart(text, at(text, random)), random.one(['```\n', '~~~sh\n', '````\n', '- ```\n', '> ~~~\n'])),
}

/** Too much of anything is cut off again. */
function shrunk(text: string): FuzzEdit | null {
  const lines = text.split('\n').length
  const rows = text.match(/^[ \t]*\|/gm)?.length ?? 0
  if (lines <= MAX_LINES && rows <= MAX_ROWS && text.length <= 150_000) return null
  return { start: Math.floor(text.length / 3), end: Math.floor((text.length * 2) / 3), newText: '' }
}

/** The next edit of a text. */
export function nextEdit(text: string, random: Random): FuzzEdit {
  const tooMuch = shrunk(text)
  if (tooMuch) return tooMuch
  const make = KINDS[random.one(Object.keys(KINDS))]
  return make ? make(text, random) : put(0, '')
}

/** What makes one text of another: all that lies between what is the same at both ends. */
export function difference(from: string, to: string): FuzzEdit {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start++
  let [end, other] = [from.length, to.length]
  while (end > start && other > start && from[end - 1] === to[other - 1]) {
    end--
    other--
  }
  return { start, end, newText: to.slice(start, other) }
}
