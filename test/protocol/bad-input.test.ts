import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextEdit } from 'vscode-languageserver-protocol/node'
import { runs, sampled } from '../kit/sampling.ts'
import { filled, replaced } from './kit/documents.ts'
import type { Editor } from './kit/editor.ts'
import { startSession } from './kit/in-memory.ts'
import { editsOf, expectNothingLost, expectSound } from './kit/sound.ts'

/** A short post-mortem of the template with tables; much of it is missing, so that there is much to mend. */
const BASE = `---
template: incident-review
---

# Incident Post-Mortem: Checkout is down

- **Incident ID**: INC-20260309-001
- **Date**: 2026-03-09
- **Duration**: 14:02 to 15:20 (70 min)
- **Severity**: SEV9
- **Status**: Final

## Timeline

| Time (UTC) | Duration | Description | Owner |
| --- | --- | --- | --- |
| 14:02 | 0 min | **Started**: deploy | Ada |
| 15:20 | +70 min | **Resolved**: rollback | TBD |

## Action Items

### Preventive Actions (Prevent Recurrence)

| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| ACT-1 | Test the rollback | TBD | P7 | 2026-03-20 | Maybe |
`

const DOCUMENTS: [string, string][] = [
  ['an empty file', ''],
  ['a line break', '\n'],
  ['a byte-order mark and nothing else', '\uFEFF'],
  ['a byte-order mark', `\uFEFF${BASE}`],
  ['CRLF', BASE.replaceAll('\n', '\r\n')],
  ['CR alone', BASE.replaceAll('\n', '\r')],
  ['mixed line endings', BASE.replace(/\n/g, (_, offset: number) => (offset % 3 === 0 ? '\r\n' : '\n'))],
  ['no line break at the end', BASE.trimEnd()],
  ['blank lines at the end', `${BASE}\n\n  \n\t\n`],
  [
    'a high surrogate alone',
    BASE.replaceAll('down', 'd\uD83Dwn').replace('TBD', '\uD83D').replace('SEV9', 'SEV\uD83D'),
  ],
  ['a low surrogate alone', BASE.replaceAll('down', '\uDE00').replaceAll('TBD', '\uDE00').replace('P7', '\uDE00P7')],
  ['emoji', BASE.replaceAll('down', '🔥🧑‍🚒').replaceAll('Ada', '🙈').replace('SEV9', '🔥 SEV9')],
  ['NUL', BASE.replaceAll(' ', '\u0000').replaceAll('\u0000', ' \u0000 ').slice(0, 900)],
  ['NUL in values', BASE.replace('SEV9', 'SEV\u00009').replace('P7', '\u0000').replace('14:02 to', '14:\u000002 to')],
  ['a table without its delimiter row', BASE.replaceAll(/^\| --- .*\n/gm, '')],
  [
    'a table with rows of other lengths',
    BASE.replace('| 14:02 |', '14:02').replace('| P7 | 2026-03-20', '| P7').replace('| Ada |', '| Ada | | | | | |'),
  ],
  ['a table without pipes at its ends', BASE.replace(/^\| (.*) \|$/gm, '$1')],
  ['a table that is only begun', `${BASE}\n## Metrics and Graphs\n\n| Metric | Before\n| -`],
  ['an unclosed fence', replaced(BASE, '## Timeline', '```\n## Timeline')],
  ['an unclosed fence at the end', `${BASE}\n\`\`\``],
  ['an unclosed fence with CRLF', `${BASE}\n~~~~ sh\nls\n~~~\n`.replaceAll('\n', '\r\n')],
  ['an unclosed comment', replaced(BASE, '## Timeline', '<!-- \n## Timeline')],
  ['unclosed front matter', BASE.replace('\n---\n\n#', '\n\n#')],
  ['broken front matter', replaced(BASE, 'template: incident-review', 'template: [incident-review\n\t- {: "')],
  ['front matter alone', '---\ntemplate: incident-review\n---\n'],
  ['front matter of other types', '---\ntemplate: {a: [1]}\npostmortem: 3\ntitle: [x]\n---\n# Post-mortem INC-123\n'],
  [
    'headings alone',
    '# Incident Post-Mortem: x\n## Timeline\n## Impact\n## Root Cause\n### \n#\n######\n## Action Items',
  ],
  ['one heading', '# Post-mortem: INC-20260309-001'],
  ['headings without text', `${BASE}\n# \n## \n### #\n`],
  ['no heading', BASE.replace(/^#.*\n/gm, '')],
  [
    'underlined headings',
    'Incident Post-Mortem: x\n===\n\n- **Severity**: SEV9\n- **Incident ID**: INC-1\n\nTimeline\n---\n\n- 14:02 x\n',
  ],
  ['fields without values', BASE.replace(/(\*\*:) .*/g, '$1')],
  ['fields that end the file', '# Incident Post-Mortem: x\n\n- **Incident ID**: INC-20260309-001\n- **Severity**:'],
  ['half of a field', `${BASE}\n- **Sever`],
  [
    'items that look like definitions',
    `${BASE}\n## Contributing Factors\n\n- [Factor 1]: [x]\n- [a]:\n- [ ]\n- [x]\n- [\n`,
  ],
  ['lists in quotes in lists', `${BASE}\n> - > 1. > - **Severity**: SEV9\n> | a | b |\n> | - | - |\n> | SEV9 | P9 |\n`],
  ['tabs', BASE.replaceAll('- **', '-\t**').replaceAll(' | ', '\t|\t')],
  ['strange blanks', BASE.replaceAll(': ', ':\u00A0').replaceAll(' | ', '\u2003|\u3000').replaceAll('## ', '##\u00A0')],
]

async function opened(text: string): Promise<{ editor: Editor; uri: string; log: string[] }> {
  const { editor, log } = await session
  const uri = `file:///w/postmortems/${++count}.md`
  editor.open(uri, text)
  return { editor, uri, log }
}
/** The sections of the template, if each had to be inserted on its own. */
const MAX_ROUNDS = 40
const session = startSession({ folders: ['file:///w'] })
let count = 0

/** Applies preferred fixes, in each round all that are apart from each other, until there is none left. */
async function mendAll(editor: Editor, uri: string): Promise<number> {
  for (let mended = 0, round = 0; ; round++) {
    const fixes = (await editor.actions(uri, undefined, ['quickfix'])).filter(({ isPreferred }) => isPreferred)
    if (fixes.length === 0) return mended
    if (round === MAX_ROUNDS) throw new Error(`no end: ${fixes[0]?.title}`)
    const document = editor.document(uri)
    const chosen: TextEdit[] = []
    const touches = (a: TextEdit, b: TextEdit) =>
      document.offsetAt(a.range.start) <= document.offsetAt(b.range.end) &&
      document.offsetAt(b.range.start) <= document.offsetAt(a.range.end)
    for (const fix of fixes) {
      expectNothingLost(fix, editor, uri)
      const edits = editsOf(fix)
      if (edits.some((edit) => chosen.some((other) => touches(edit, other)))) continue
      chosen.push(...edits)
      mended++
    }
    expect(editor.applyEdit({ changes: { [uri]: chosen } })).toEqual({ applied: true })
  }
}

/** Those in which more than quick fixes is tried: the edits of all of them are asked for at once, which takes long. */
const REFACTORED = new Set(sampled(DOCUMENTS, 4).map(([, text]) => text))

describe.each(DOCUMENTS)('bad input: %s', (_what, text) => {
  it('is answered everywhere without an error', async () => {
    const { editor, uri, log } = await opened(text)
    await expectSound(editor, uri)
    editor.close(uri)
    expect(editor.loggedErrors).toEqual([])
    expect(log).toEqual([])
  })

  it('loses nothing to any fix, and the fixes come to an end', async () => {
    const { editor, uri } = await opened(text)
    const kinds = REFACTORED.has(text) ? undefined : ['quickfix']
    for (const fix of await editor.actions(uri, undefined, kinds)) expectNothingLost(fix, editor, uri)
    await mendAll(editor, uri)
    expect(editor.loggedErrors).toEqual([])
    editor.close(uri)
  })

  it('loses nothing to a lens', async () => {
    const { editor, uri } = await opened(text)
    for (const lens of await editor.lenses(uri)) {
      if (lens.command?.command === 'postmortem.applyEdit') await editor.execute(lens)
    }
    const letters = (of: string) => of.replace(/[^\p{L}]/gu, '').replaceAll('min', '')
    expect(letters(editor.text(uri))).toBe(letters(text))
    expect(editor.loggedErrors).toEqual([])
    editor.close(uri)
  })
})

describe('the bad document', () => {
  it('may end with a fence that is closed: what is missing goes behind it', async () => {
    const { editor, uri } = await opened(`${BASE}\n~~~~ sh\nls\n~~~\n~~~~~\n`)
    expect(await mendAll(editor, uri)).toBeGreaterThan(8)
  })

  it('is one: there is something to mend in it, and mending mends it', async () => {
    const { editor, uri } = await opened(BASE)
    expect(await mendAll(editor, uri)).toBeGreaterThan(8)
    const left = (await editor.pull(uri)).map(({ code }) => code)
    expect([...new Set(left)]).toEqual(['final-with-placeholders', 'placeholder'])
  })
})

describe('documents damaged at random', () => {
  const scraps = [
    '\n',
    '\r\n',
    '|',
    '```\n',
    '#',
    '# ',
    '- ',
    '- [ ] ',
    '**',
    ':',
    '[',
    ']: ',
    '<!--',
    '---\n',
    '> ',
    '\uD83D',
    '\uDE00',
    '\u0000',
    '\uFEFF',
    '14:02',
    '+5 min',
    'SEV9',
    '2026-02-30',
    '\t',
    '    ',
    '| --- |',
    '![',
    '](',
    '`',
  ]
  const damage = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(12),
      scrap: fc.constantFrom('', ...scraps),
    }),
    { minLength: 1, maxLength: 12 },
  )
  it('are answered, and mended without a loss', async () => {
    const bases = [BASE, filled('minimal').slice(0, 1500), filled('phased').slice(0, 1200)]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bases), damage, async (base, places) => {
        const text = places.reduce((before, { at, remove, scrap }) => {
          const offset = Math.floor(at * before.length)
          return before.slice(0, offset) + scrap + before.slice(offset + remove)
        }, base)
        const { editor, uri } = await opened(text)
        await expectSound(editor, uri)
        await mendAll(editor, uri)
        editor.close(uri)
        expect(editor.loggedErrors).toEqual([])
      }),
      { numRuns: runs(8) },
    )
  })
})
