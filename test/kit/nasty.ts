/** Random documents: post-mortems as people break them while typing, and as files come broken. */
import fc from 'fast-check'
import { fixture } from './fixtures.ts'

/** Pieces that have made a Markdown reader stumble before. */
const PIECES = [
  ...['```', '~~~', '````js', '    ', '\t', '<!--', '-->', '<div>', '</div>', '<!', '<?', '$$'],
  ...['| a | b |', '|---|---|', '|--|', '|', '||', '| c', 'c | d', '\\|', '|:-', '| **Severity** | SEV1 |'],
  ...['# ', '## Timeline', '## Action Items', '### ', '#', '####### x', '===', '---', '***', 'Title\n====='],
  ...[
    '- ',
    '- [',
    '- [ ]',
    '- [x] done',
    '- [ ] **a**',
    '* + -',
    '1. ',
    '1)',
    '999999999. ',
    '  - ',
    '      - deep',
    '- - - -',
  ],
  ...['[a]: ', '[a]: b', '[a]', '[a](', '![](', '[[', ']]', '<http://a>', 'https://a.b/c?d=e'],
  ...['**', '**a**:', '**Severity**: ', '- **Owner**: Ana', '**a:** b **c**: d', '*', '_', '~~', '`', '``', 'a*b_c~'],
  ...['> ', '> > ', '> - [ ] a', '>|a|\n>|-|'],
  ...['---\n', '---\ntemplate: minimal\n---\n', '---\na: [\n---\n', 'key: value', ': ', '？：'],
  ...[
    '[HH:MM]',
    '[Name]',
    'P0/P1/P2/P3',
    '???',
    'TBD',
    '14:02',
    '14:02 to 15:00 (5 min)',
    '2026-02-30',
    '25:61',
    '+5 min',
  ],
  ...['&amp;', '&#0;', '&#xD800;', '&', '\\', '\\\\', '\\*'],
  ...['\uD800', '\uDC00', '\0', '\uFEFF', '\u2028', '\u00A0', '🔥', '👩‍🚀', 'e\u0301', '年', 'İ', 'ẞ'],
]
const ENDS = ['\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', ' ', '']

/** Any character, halves of one included. fast-check's own `binary` takes a second to set up. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff })
  .map((code) => String.fromCodePoint(code))

/** Documents made of nothing but trouble. */
export const nastyDocuments: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12, unit: anyCharacter })),
      fc.constantFrom(...ENDS),
    ),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.flat().join(''))

const FILLED = ['incident-review', 'phased', 'minimal', 'google-sre'].map((id) => fixture(`filled/${id}.md`))

/** Real post-mortems with parts cut out and trouble put in: most are still recognised. */
export const brokenPostMortems: fc.Arbitrary<string> = fc
  .record({
    text: fc.constantFrom(...FILLED),
    cuts: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 1_000 }),
        length: fc.integer({ min: 0, max: 150 }),
        put: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)),
        wholeLines: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    crlf: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ text, cuts, crlf, mark }) => {
    const cut = cuts.reduce((before, { at, length, put, wholeLines }) => {
      const place = (thousandths: number) => {
        const offset = Math.floor((before.length * Math.min(thousandths, 1_000)) / 1_000)
        return wholeLines ? before.lastIndexOf('\n', offset) + 1 : offset
      }
      return `${before.slice(0, place(at))}${put}${before.slice(place(at + length))}`
    }, text)
    return `${mark ? '\uFEFF' : ''}${crlf ? cut.replace(/\r?\n/g, '\r\n') : cut}`
  })
