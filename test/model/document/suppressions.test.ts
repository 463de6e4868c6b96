import { describe, expect, test } from 'vitest'
import { open, read, written } from '../../kit/document.ts'
import { findingsIn, textAt } from '../../kit/expect.ts'

/** A post-mortem whose head is given line by line; `SEV9` is an error of `invalid-enum-value`. */
const head = (...lines: string[]) => written('minimal', `${lines.join('\n')}\n`)
const SEV = '**Severity**: SEV9'

/** The rules that report something, in order. */
async function rulesOf(text: string): Promise<string[]> {
  return findingsIn(await open(text)).map(([, rule]) => rule)
}

describe('a comment switches off', () => {
  test.each([
    ['its line', [`${SEV} <!-- postmortem-disable-line invalid-enum-value -->`]],
    ['its line for every rule', [`${SEV} <!-- postmortem-disable-line -->`]],
    ['its line for several rules', [`${SEV} <!-- postmortem-disable-line invalid-id, invalid-enum-value -->`]],
    ['the next line', ['<!-- postmortem-disable-next-line invalid-enum-value -->', SEV]],
    ['the next line that is not blank', ['<!-- postmortem-disable-next-line invalid-enum-value -->', '', '', SEV]],
    ['the document, from its end', [SEV, '', '<!-- postmortem-disable-file invalid-enum-value -->']],
    ['what is below it', ['<!-- postmortem-disable -->', '', SEV]],
    [
      'what stands between two',
      ['<!-- postmortem-disable invalid-enum-value -->', '', SEV, '', '<!-- postmortem-enable invalid-enum-value -->'],
    ],
    ['what stands between two, for every rule', ['<!-- postmortem-disable -->', SEV, '<!-- postmortem-enable -->']],
    ['without blanks', [`${SEV} <!--postmortem-disable-line invalid-enum-value-->`]],
    ['in a list', [`- ${SEV} <!-- postmortem-disable-line invalid-enum-value -->`]],
    [
      'in a cell',
      ['| Field | Value |', '|---|---|', '| Severity | SEV9 <!-- postmortem-disable-line invalid-enum-value --> |'],
    ],
  ])('%s', async (_, lines) => {
    expect(await rulesOf(head(...lines))).toEqual([])
    expect(await rulesOf(head(...lines).replaceAll('\n', '\r\n'))).toEqual([])
  })

  test.each([
    ['another line', ['<!-- postmortem-disable-next-line -->', '**Author**: Ana', SEV]],
    ['another rule', [`${SEV} <!-- postmortem-disable-line placeholder -->`]],
    ['what is above', [SEV, '', '<!-- postmortem-disable -->']],
    ['what follows', ['<!-- postmortem-disable -->', '', '<!-- postmortem-enable -->', '', SEV]],
    [
      'what follows, when it was switched on by name',
      ['<!-- postmortem-disable invalid-enum-value -->', '<!-- postmortem-enable invalid-enum-value -->', '', SEV],
    ],
    ['with another word', [`${SEV} <!-- postmortem-disable-lines invalid-enum-value -->`]],
    ['in a code span', [`${SEV} \`<!-- postmortem-disable-line -->\``]],
    ['in a longer code span', [`${SEV} \`\`a \` <!-- postmortem-disable-line --> b\`\``]],
    ['in a fence', ['```', '<!-- postmortem-disable-file -->', '```', '', SEV]],
    ['in a fence in a list', ['- a', '  ```', '  <!-- postmortem-disable-file -->', '  ```', '', SEV]],
    ['in indented code', [SEV, '', '    <!-- postmortem-disable-file -->']],
    ['in a quotation', ['> <!-- postmortem-disable-file -->', '', SEV]],
    ['with words around it', [`${SEV} <!-- see postmortem-disable-line -->`]],
    ['at the end, for the line below', [SEV, '<!-- postmortem-disable-next-line -->']],
  ])('nothing else: %s', async (_, lines) => expect(await rulesOf(head(...lines))).toEqual(['invalid-enum-value']))

  test('one rule again, while the others stay off', async () => {
    const text = head(
      '<!-- postmortem-disable invalid-enum-value placeholder -->',
      '',
      '<!-- postmortem-enable placeholder -->',
      '',
      `- ${SEV}`,
      '- **Author**: TBD',
    )
    expect(await rulesOf(text)).toEqual(['placeholder'])
  })
  test('every rule, when one of several on the line is named', async () => {
    const both = '| **Severity**: SEV9 | **Author**: TBD |'
    expect(await rulesOf(head(both))).toEqual([])
  })
})

describe('beside a bold key in a list of which other items are sections, a comment switches off', () => {
  const EVENTS = [
    '- **Key events**',
    '  - First detected 2025-02-03 09:00',
    '  - Repaired 2025-02-03 09:40',
    '  - Resolved 2025-02-03 10:00',
    '',
  ]
  /** The parts of a list, with a finding in the line that is given. */
  const list = (...lines: string[]) => `# Post-mortem: disk full 2025-02-03\n\n${lines.join('\n')}\n`
  const NOTE = '<!-- postmortem-disable-line metric-mismatch -->'
  const WRONG = '- **Time to resolve**: 27 min'
  const IMPACT = ['', '- **Impact**:', '  - Nobody could log in']
  test.each([
    ['its line', list(...EVENTS, `${WRONG} ${NOTE}`, ...IMPACT)],
    ['its line, close to the section', list(...EVENTS.slice(0, -1), `${WRONG} ${NOTE}`, ...IMPACT)],
    [
      'its line, below two sections',
      list(...EVENTS, ...IMPACT.slice(1), `${WRONG} ${NOTE}`, '- **Lessons**:', '  - Watch it'),
    ],
    ['the next line', list(...EVENTS, `  ${NOTE.replace('line', 'next-line')}`, '', WRONG, ...IMPACT)],
    [
      'what is below it',
      list(`- **Summary**: the disk of the log server was full ${NOTE.replace('-line', '')}`, ...EVENTS, WRONG),
    ],
  ])('%s', async (_, text) => {
    const wrong = text.replace(/ ?<!--.*?-->/, '')
    expect(await rulesOf(wrong)).toContain('metric-mismatch')
    expect(await rulesOf(text)).toEqual((await rulesOf(wrong)).filter((rule) => rule !== 'metric-mismatch'))
  })
  test('only up to the section that follows, when it ends there', async () => {
    const above = list(
      `- **Summary**: a disk was full ${NOTE.replace('-line', '')} <!-- postmortem-enable -->`,
      ...EVENTS,
      WRONG,
    )
    expect(await rulesOf(above)).toContain('metric-mismatch')
  })
})

describe('in front matter a comment of YAML', () => {
  const yaml = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\n# Incident Post-Mortem: Disk full\n`
  test.each([
    ['for its line', ['template: minimal', 'severity: SEV9 # postmortem-disable-line invalid-enum-value']],
    ['for the next line', ['template: minimal', '# postmortem-disable-next-line', 'severity: SEV9']],
    ['for the document', ['# postmortem-disable-file invalid-enum-value', 'template: minimal', 'severity: SEV9']],
  ])('switches a rule off %s', async (_, lines) => {
    expect(await rulesOf(yaml(...lines))).toEqual([])
    expect(await rulesOf(yaml(...lines).replaceAll('\n', '\r\n'))).toEqual([])
  })
  test.each([
    ['another line', ['template: minimal # postmortem-disable-line', 'severity: SEV9']],
    ['another rule', ['template: minimal', 'severity: SEV9 # postmortem-disable-line placeholder']],
    ['no comment', ['template: minimal', 'note: a#postmortem-disable-file', 'severity: SEV9']],
    ['a comment of Markdown', ['template: minimal', 'note: <!-- postmortem-disable-file -->', 'severity: SEV9']],
  ])('does nothing else: %s', async (_, lines) => expect(await rulesOf(yaml(...lines))).toEqual(['invalid-enum-value']))
  test('is none below it', async () =>
    expect(await rulesOf(head(`${SEV} # postmortem-disable-line`))).toEqual(['invalid-enum-value']))
})

test('of a placeholder in several places only the one that is switched off is silent', async () => {
  const text = head('<!-- postmortem-disable-next-line placeholder -->', '- **Author**: TBD', '- **Date**: TBD')
  const opened = await open(text)
  expect(opened.view.findings.map((finding) => [finding.rule, textAt(opened, finding)])).toEqual([
    ['placeholder', 'TBD'],
  ])
  expect(findingsIn(opened)).toEqual([[9, 'placeholder', 'hint']])
})

describe('a comment behind a value is no part of it', () => {
  const NOTE = '<!-- postmortem-disable-line invalid-enum-value -->'
  /** A document, and the same with a comment behind a value. */
  const pairs: readonly (readonly [what: string, without: string, at: string])[] = [
    ['a field', head('**Severity**: SEV2', '**Author**: Ana'), 'SEV2'],
    ['a field of a list', head('- **Severity**: SEV2', '- **Author**: Ana'), 'SEV2'],
    ['a field without a value', head('- **Severity**:', '- **Author**: Ana'), '**Severity**:'],
    ['a placeholder', head('- **Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]'), ']'],
    ['a time', head('- **Duration**: 14:02 to 15:00 (58 min)'), 'min)'],
    ['a cell', head('| Field | Value |', '|---|---|', '| Severity | SEV2 |', '| Author | Ana |'), 'SEV2'],
    ['an item of a timeline', head('## Timeline', '', '- 14:02 disk full', '- 14:10 disk freed'), 'full'],
    ['a heading', head('## Timeline', '', '- 14:02 disk full'), '## Timeline'],
    ['a paragraph', head('## Summary', '', '[Who noticed]', '', 'The disk was full.'), 'noticed]'],
    [
      'an action',
      head('## Action Items', '', '- [ ] Grow the disk', '  - **Owner**: Ana', '  - **Due Date**: 2026-02-01'),
      'Ana',
    ],
    ['a box without a text', head('## Action Items', '', '- [ ]', '- [x] Grow the disk'), 'disk'],
    ['a bold key as a heading', '# Outage post-mortem\n\n**Timeline:**\n\n- 14:02 disk full\n', '**Timeline:**'],
  ]
  test.each(pairs)('%s', (_, without, at) => {
    const insertAt = without.indexOf(at) + at.length
    const commented = `${without.slice(0, insertAt)} ${NOTE}${without.slice(insertAt)}`
    expect(textsOf(commented)).toEqual(textsOf(without))
  })
  test('two of them neither', () => {
    const text = head(`- **Severity**: SEV2 <!-- a --> ${NOTE}`)
    expect(textsOf(text)).toEqual(textsOf(head('- **Severity**: SEV2')))
  })
})

/** Everything in a model that is text, a state or a number: all but places. */
function textsOf(text: string): unknown {
  const places = new Set(['start', 'end', 'length', 'starts', 'suppressions', 'weekdayRange'])
  return JSON.parse(JSON.stringify(read(text), (key, value) => (places.has(key) ? undefined : value)))
}

describe('hostile comments are read as any other', () => {
  test.each([
    ['names without end', `<!-- postmortem-disable ${'a-'.repeat(900)}`],
    ['blanks without end', `<!-- postmortem-disable ${' ,'.repeat(900)}x`],
    ['many of them', '<!-- postmortem-disable-line a -->\n'.repeat(300)],
    ['many on a line', '`<!-- postmortem-disable -->'.repeat(60)],
    ['many that open', '<!-- postmortem-disable '.repeat(70)],
  ])('%s', (_, piece) => {
    expect(read(head(piece, SEV)).recognised).toBe(true)
  })
})
