import { describe, expect, test } from 'vitest'
import { open, read, written } from '../../kit/document.ts'
import { applyFix, expectFindings, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { locatedSections } from '../../kit/sections.ts'

const HEAD =
  '- **Date**: 2026-01-14\n- **Severity**: SEV2\n- **Duration**: 60 min\n- **Status**: Final\n- **Author**: Ana\n'
const SECTIONS = ['Summary', 'Impact', 'Timeline', 'Contributing Factors', 'Lessons Learned', 'Action Items']
const doc = (content: string, head = HEAD) =>
  written(
    'minimal',
    [head, ...SECTIONS.map((heading) => `## ${heading}\n\n${heading === 'Impact' ? content : 'Text.\n'}`)].join('\n'),
  )
const found = async (text: string) => findingsIn(await open(text)).filter(([, rule]) => rule === 'empty-section')

describe('is one', () => {
  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
    ['a rule', '---\n'],
    ['a bullet without text', '-\n'],
    ['boxes without text', '- [ ] \n- [ ] \n'],
    ['a table without rows', '| What | How much | Since |\n| --- | --- | --- |\n'],
    ['a table of blank cells', '| What | How much | Since |\n| --- | --- | --- |\n|  |  |  |\n'],
  ])('%s', async (_, content) => expect(await found(doc(content))).toEqual([[17, 'empty-section', 'warning']]))
  test('empty subsections, reported once', async () => {
    const text = fixture('filled/phased.md').replace(
      /(### Users Affected\n)[\s\S]*?(---\n\n## Root Cause)/,
      '$1\n### Features Affected\n\n### Business Impact\n\n$2',
    )
    const { view } = await open(text)
    const messages = view.findings.filter(({ rule }) => rule === 'empty-section').map(({ message }) => message)
    expect(messages).toEqual(['Section "Impact Assessment" is empty.'])
  })
  test('a hint in a draft of an incident that is over', async () =>
    expect(await found(doc('', HEAD.replace('Final', 'Draft')))).toEqual([[17, 'empty-section', 'hint']]))
  test('without a template, where everybody knows the section', async () => {
    const text =
      '# Post-mortem: Disk full\n\nSeverity: SEV2\nStatus: Final\n\n## Impact\n\nMail was late.\n\n## Root cause\n\n## Lessons learned\n\nBuy disks.\n'
    expect(await found(text)).toEqual([[10, 'empty-section', 'warning']])
  })
})

describe('is none', () => {
  test.each([
    'None\n',
    'N/A\n',
    'Not applicable.\n',
    '—\n',
    '- none\n',
    '![graph](graph.png)\n',
    '[log](https://logs.example.com)\n',
    '```\nls\n```\n',
    '> quoted\n',
    '<img src="graph.png">\n',
    '- [Orders]: lost for an hour\n',
    '### Customers\n\nMail was late.\n',
    '### Customers\n\nNone\n',
    '- **Customers**:\n',
    '[Who noticed, how many, what they could not do, and whether any data or money was lost.]\n',
    'x'.repeat(20_001),
  ])('%j', async (content) => expect(await found(doc(content))).toEqual([]))
  test('while the incident is ongoing', () =>
    expectFindings(written('minimal', '- **Status**: Draft\n\n## Summary\n\n## Impact\n'), []))
  test('a section of its own', async () => expect(await found(`${doc('Text.\n')}\n## Weather\n`)).toEqual([]))
  test('the title', async () => expect(await found(doc('Text.\n', ''))).toEqual([]))
  test('action items, of which there are none: another rule says that', async () => {
    const text = doc('Text.\n').replace(/(## Action Items\n)[\s\S]*/, '$1')
    expect(findingsIn(await open(text)).map(([, rule]) => rule)).toEqual(['no-action-items'])
  })
  test('a log of several incidents', async () => {
    const one = (name: string) => `## ${name}\n\n### Timeline\n\n- 10:00 disk full\n- 11:00 resolved\n\n### Impact\n\n`
    expect(await found(`# Post-mortems\n\nDuration: 60 min\n\n${one('Disk')}${one('Mail')}`)).toEqual([])
  })

  const foreign = (rest: string) =>
    `# Post-mortem: Disk full\n\nSeverity: SEV2\nStatus: Final\n\n## Impact\n\nMail was late.\n\n## Root cause\n\nA disk.\n\n${rest}`
  test.each([
    '## References\n',
    '## Attendees\n',
    '## Timeline: see the channel\n',
    '## Action items (none)\n',
    '## [Timeline](timeline.md)\n',
    '## Recovery\n\n## Monday\n\nWe bought a disk.\n',
    '**Timeline**\n\n### Monday\n\nWe bought a disk.\n',
  ])('without a template: %j', (rest) => expectFindings(foreign(rest), []))
})

describe('the fix', () => {
  test('inserts what the template has', async () =>
    expect(await applyFix(doc('\n'), 'empty-section')).toBe(
      doc('[Who noticed, how many, what they could not do, and whether any data or money was lost.]\n\n\n'),
    ))
  test.each([
    ['where something was begun', doc('- [ ]\n')],
    [
      'without a template',
      '# Post-mortem: Disk full\n\nSeverity: SEV2\nStatus: Final\n\n## Impact\n\nText.\n\n## Root cause\n\n## Lessons\n\nText.\n',
    ],
    [
      'where the template has only subsections',
      fixture('filled/phased.md').replace(/(## Impact Assessment\n)[\s\S]*?(---\n\n## Root Cause)/, '$1\n$2'),
    ],
  ])('there is none %s', async (_, text) => {
    expect(await found(text)).toHaveLength(1)
    await expect(applyFix(text, 'empty-section')).rejects.toThrow('No such fix')
  })
})

describe('planted errors', () => {
  test('are found', () =>
    expectFound(
      'empty-section',
      ['incident-review', 'phased', 'google-sre', 'minimal'].flatMap((name) => emptied(fixture(`filled/${name}.md`))),
    ))
})

/** Every section without subsections, once with nothing below its heading. */
function emptied(right: string): Mutant[] {
  const postMortem = read(right)
  const { sections, title } = postMortem
  return locatedSections(postMortem).flatMap(({ index, start, end, heading, kinds, within }) => {
    const isParent = sections.some(({ parent }) => parent === index)
    // Without any action another rule says so; without its approval a document may be a draft again.
    const isOnly = kinds.includes('action-items') && !within.includes('action-items')
    if (!heading || isParent || isOnly || index === title?.section || index === sections.length - 1) return []
    const wrong = `${right.slice(0, start + heading.end)}\n\n${right.slice(end)}`
    return [{ what: heading.title.plain, right, wrong }]
  })
}
