import { describe, expect, test } from 'vitest'
import { open, read, written } from '../../kit/document.ts'
import { findingsIn, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { endOfSubtree, locatedSections } from '../../kit/sections.ts'

const HEAD =
  '- **Date**: 2026-01-14\n- **Severity**: SEV2\n- **Duration**: 60 min\n- **Status**: Final\n- **Author**: Ana\n\n'
const found = async (body: string, template = 'minimal') => {
  const opened = await open(written(template, HEAD + body))
  return findingsIn(opened).filter(([, rule]) => rule === 'duplicate-section')
}

describe('is one', () => {
  test('the same heading twice, on the second', async () => {
    expect(await found('## Impact\n\nMail.\n\n## Timeline\n\nLong.\n\n## Impact\n\nOrders.\n')).toEqual([
      [21, 'duplicate-section', 'warning'],
    ])
  })
  test('which names the first', async () => {
    const opened = await open(written('minimal', `${HEAD}## Impact\n\nMail.\n\n## Impact:\n\nOrders.\n`))
    const finding = opened.view.findings.find(({ rule }) => rule === 'duplicate-section')
    expect(finding?.message).toBe('There are two sections "Impact".')
    expect(finding?.related.map((place) => [textAt(opened, { ...finding, ...place }), place.message])).toEqual([
      ['## Impact', 'The first section "Impact"'],
    ])
  })
  test('in other capitals and emphasis', async () =>
    expect(await found('## Impact\n\nMail.\n\n## **IMPACT**\n\nOrders.\n')).toHaveLength(1))
  test('below the same heading', async () =>
    expect(await found('## Lessons Learned\n\n### What went well\n\nA.\n\n### What went well\n\nB.\n')).toHaveLength(1))
  test('a section of actions', async () =>
    expect(
      await found('## Action Items\n\n- [ ] A\n\n## Lessons Learned\n\nB.\n\n## Action Items\n\n- [ ] C\n'),
    ).toHaveLength(1))
  test('without a template', async () => {
    const text =
      '# Post-mortem: Disk full\n\nSeverity: SEV2\n\n## Impact\n\nMail.\n\n## Root cause\n\nDisk.\n\n## Impact\n\nOrders.\n'
    expect(findingsIn(await open(text))).toEqual([[13, 'duplicate-section', 'warning']])
  })
})

describe('is none', () => {
  test.each([
    ['under different headings', '## Mail\n\n### Impact\n\nA.\n\n## Orders\n\n### Impact\n\nB.\n'],
    ['with different numbers', '## 1. Impact\n\nA.\n\n## 2. Impact\n\nB.\n'],
    ['with different days', '## Impact (14 January)\n\nA.\n\n## Impact (15 January)\n\nB.\n'],
    ['on different levels', '## Impact\n\nA.\n\n# Impact\n\nB.\n'],
    ['one of them empty', '## Impact\n\n## Impact\n\nB.\n'],
    [
      'phases of a timeline',
      '## Timeline\n\n### Investigation\n\n- 10:00 A\n\n### Mitigation\n\n- 10:10 B\n\n### Investigation\n\n- 10:20 C\n',
    ],
    ['times as headings', '## Timeline\n\n### 10:00\n\nA\n\n### 10:00\n\nB\n'],
    ['what nobody knows', '## Mail\n\nA.\n\n## Mail\n\nB.\n'],
    [
      'in turns',
      '## Disk\n\nD.\n\n## Impact\n\nA.\n\n## Root cause\n\nB.\n\n## Mail\n\nM.\n\n## Impact\n\nC.\n\n## Root cause\n\nD.\n',
    ],
    ['three times', '## Impact\n\nA.\n\n## Impact\n\nB.\n\n## Impact\n\nC.\n'],
  ])('%s', async (_, body) => expect(await found(body)).toEqual([]))
  test('in a log of several incidents', async () => {
    const one = (name: string) =>
      `## ${name}\n\n### Timeline\n\n- 10:00 disk full\n- 11:00 resolved\n\n### Impact\n\nA.\n\n### Impact\n\nB.\n\n`
    expect(findingsIn(await open(`# Post-mortems\n\n${one('Disk')}${one('Mail')}`))).toEqual([])
  })
})

describe('planted errors', () => {
  test('are found', () =>
    expectFound(
      'duplicate-section',
      ['incident-review', 'phased', 'google-sre', 'minimal'].flatMap((name) => doubled(fixture(`filled/${name}.md`))),
    ))
})

/** Every section with all that is in it once more, after its last sibling but one. */
function doubled(right: string): Mutant[] {
  const postMortem = read(right)
  return locatedSections(postMortem).flatMap((section) => {
    const { index, heading, parent, within, start } = section
    if (!heading || index === postMortem.title?.section || within.includes('timeline')) return []
    const end = endOfSubtree(section, postMortem)
    const siblings = locatedSections(postMortem).filter((other) => other.parent === parent && other.start >= start)
    const at = siblings.at(-1)?.start ?? end
    const copy = right.slice(start, end)
    return [
      {
        what: heading.title.plain,
        right,
        wrong:
          at > start
            ? right.slice(0, at) + copy + right.slice(at)
            : `${right.slice(0, end)}\n${copy}${right.slice(end)}`,
      },
    ]
  })
}
