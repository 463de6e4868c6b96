import { describe, expect, test } from 'vitest'
import { open, read, written } from '../../kit/document.ts'
import { findingsIn, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { locatedSections } from '../../kit/sections.ts'

const HEAD =
  '- **Date**: 2026-01-14\n- **Severity**: SEV2\n- **Duration**: 60 min\n- **Status**: Draft\n- **Author**: Ana\n\n'
const table = (rows: number) => `| Metric | Value |\n|---|---|\n${'| errors | 12 |\n'.repeat(rows)}`
const opened = (body: string) => open(written('minimal', HEAD + body))
const found = async (body: string) => findingsIn(await opened(body)).filter(([, rule]) => rule === 'table-too-long')

describe('is one', () => {
  test('a table of 2,001 rows, on its header', async () => {
    const document = await opened(`## Impact\n\nMail.\n\n${table(2_001)}\nMore.\n`)
    const [finding] = document.view.findings.filter(({ rule }) => rule === 'table-too-long')
    expect(finding).toMatchObject({
      severity: 'information',
      message: 'Nothing in this table is read: it has more than 2,000 rows.',
    })
    expect(finding && textAt(document, finding)).toBe('| Metric | Value |')
  })
  test.each([
    ['right below words', `## Impact\n\nMail.\n${table(2_001)}`],
    ['at the top', table(2_001)],
    ['below an underlined heading', `Impact\n------\n\n${table(2_001)}`],
    ['each of two', `## Impact\n\n${table(2_001)}\n${table(2_001)}`, 2],
    ['with CRLF', `## Impact\n\n${table(2_001)}`.replaceAll('\n', '\r\n')],
  ])('%s', async (_, body, count = 1) => expect(await found(body)).toHaveLength(count))
})

describe('is none', () => {
  test.each([
    ['a table of 2,000 rows', `## Impact\n\n${table(2_000)}`],
    ['many tables', `## Impact\n\n${`${table(30)}\n`.repeat(100)}`],
    ['lines with pipes', `## Impact\n\n${'a | b\n'.repeat(3_000)}`],
    ['one in a fence', `## Impact\n\n\`\`\`\n${table(2_001)}\`\`\`\n`],
    ['one in a comment', `## Impact\n\n<!--\n${table(2_001)}-->\n`],
  ])('%s', async (_, body) => expect(await found(body)).toEqual([]))
  test('anything in ordinary Markdown', async () =>
    expect(findingsIn(await open(`# Notes\n\n${table(2_001)}`))).toEqual([]))
})

describe('planted errors', () => {
  test('are found', () =>
    expectFound(
      'table-too-long',
      ['incident-review', 'phased', 'google-sre', 'minimal'].flatMap((name) => exported(fixture(`filled/${name}.md`))),
    ))
})

/** An export of metrics at the end of each section. */
function exported(right: string): Mutant[] {
  return locatedSections(read(right)).map(({ start, length, heading }) => {
    const end = start + length
    const what = heading?.title.plain ?? 'the top'
    return { what, right, wrong: `${right.slice(0, end).trimEnd()}\n\n${table(2_001)}\n${right.slice(end)}` }
  })
}
