/** What is missing: in which documents that is said, where, and where it is not. The bulk is in filled.test.ts. */
import { describe, expect, test } from 'vitest'
import { builtInTemplate, open, written } from '../kit/document.ts'
import { applyFix, expectFindings, findingsIn } from '../kit/expect.ts'

const FINAL =
  '- **Date**: 2026-01-14\n- **Severity**: SEV2\n- **Duration**: 60 min\n- **Status**: Final\n- **Author**: Ana\n'
const SECTIONS = ['Summary', 'Impact', 'Timeline', 'Contributing Factors', 'Lessons Learned', 'Action Items']
const body = (headings: readonly string[]) => headings.map((heading) => `\n## ${heading}\n\nText.\n`).join('')
const messages = async (text: string) => (await open(text)).view.findings.map(({ message }) => message)

describe('when', () => {
  test('not while the incident is ongoing', () =>
    expectFindings(written('minimal', '- **Status**: Draft\n\n## Summary\n\nIt burns.\n'), []))
  test('as hints in a draft of one that is over', () =>
    expectFindings(written('minimal', `${FINAL.replace('Final', 'Draft')}${body(SECTIONS.slice(1))}`), [
      [5, 'missing-section', 'hint'],
    ]))
  test('as warnings in a final document', () =>
    expectFindings(written('minimal', `${FINAL}${body(SECTIONS.slice(1))}`), [[5, 'missing-section', 'warning']]))
  test('not where the template is only resembled', async () => {
    const { view } = await open(`# Post-mortem: disk full\n\n${FINAL}${body(['Summary', 'Impact', 'Timeline'])}`)
    expect(view.postMortem).toMatchObject({ recognised: true, stage: 'final', template: { chosen: false } })
    expect(view.findings).toEqual([])
  })
  test('not in a template', async () => {
    const { view } = await open(builtInTemplate('phased').body, { path: 'docs/postmortem-template.md' })
    expect(view.postMortem.isTemplate).toBe(true)
    expect(view.findings).toEqual([])
  })
})

describe('sections', () => {
  test('several at one place, each with its own fix', async () => {
    const text = written('minimal', `${FINAL}${body(['Summary', 'Action Items'])}`)
    const { service, view } = await open(text)
    expect(findingsIn(await open(text)).map(([line]) => line)).toEqual([13, 13, 13, 13])
    expect(service.fixes(view, 0, text.length).map(({ title }) => title)).toEqual(
      SECTIONS.slice(1, 5).map((heading) => `Insert section "${heading}"`),
    )
  })
  test.each([
    ['in another case', '## CONTRIBUTING factors:'],
    ['with a number and an emoji', '## 4. 🔍 Contributing Factors'],
    ['under an alias', '## Root Causes'],
    ['in bold', '## **Contributing Factors**'],
  ])('one %s is there', (_, heading) => {
    const text = written('minimal', `${FINAL}${body(SECTIONS)}`).replace('## Contributing Factors', heading)
    return expectFindings(text, [])
  })
  test('in another order they are all there', async () => {
    const found = findingsIn(await open(written('minimal', `${FINAL}${body([...SECTIONS].reverse())}`)))
    expect(new Set(found.map(([, rule]) => rule))).toEqual(new Set(['section-order']))
  })
  test('one whose heading is elsewhere, twice, goes to its own place', async () => {
    const other = '\n## Weather\n\n### Impact\n\nRain.\n\n## Thanks\n\n### Impact\n\nNone.\n\n### Timeline\n\nText.\n'
    const text = written('minimal', `${FINAL}${body(['Summary'])}${other}${body(SECTIONS.slice(3))}`)
    const mended = await applyFix(text, 'missing-section')
    expect(mended).toContain('## Summary\n\nText.\n\n## Impact\n')
    expect(await messages(mended)).not.toContain('Section "Impact" is missing.')
  })
  test('one level deeper they are all there', () =>
    expectFindings(written('minimal', `${FINAL}${body(SECTIONS)}`).replaceAll('\n## ', '\n### '), []))
  test('among sections of its own', () =>
    expectFindings(written('minimal', `${FINAL}${body(['Weather', ...SECTIONS.slice(0, 5), 'Thanks'])}`), [
      [29 + 4, 'missing-section', 'warning'],
    ]))
  test('only below a fence without an end there is no fix', async () => {
    const text = `${written('minimal', `${FINAL}${body(SECTIONS.slice(0, 5))}`)}\n\`\`\`\nls\n`
    const { service, view } = await open(text)
    expect(view.findings.map(({ message }) => message)).toEqual(['Section "Action Items" is missing.'])
    expect(service.fixes(view, 0, text.length)).toEqual([])
  })
})

describe('fields', () => {
  const head = (fields: string) => written('minimal', `${fields}${body(SECTIONS)}`)

  test('of one section are one finding', async () => {
    expect(await messages(head('- **Status**: Final\n'))).toEqual([
      'Fields are missing: Date, Severity, Duration and Author.',
    ])
    expect(await messages(head(FINAL.replace('- **Author**: Ana\n', '')))).toEqual(['Field "Author" is missing.'])
  })
  test.each([
    [
      'in front matter',
      '---\ntemplate: minimal\nauthor: Ana\n---\n\n# Incident Post-Mortem: Disk full\n\n',
      FINAL.replace('- **Author**: Ana\n', ''),
    ],
    ['under another name', '', FINAL.replace('Author', 'Written by')],
    ['in another case', '', FINAL.replace('Author', 'AUTHOR')],
    ['without a value', '', FINAL.replace('Ana', '')],
  ])('one %s is there', (_, top, fields) => {
    const text = top === '' ? head(fields) : `${top}${fields}${body(SECTIONS)}`
    return expectFindings(text, [])
  })
  test('as a heading of its own it is there', async () => {
    const text = written(
      'phased',
      '- **Duration**: 60 min\n\n## Executive Summary\n\n### What Happened\n\nIt burnt.\n\n### Impact\n\nSmoke.\n',
    )
    const finding = (await messages(text)).find((message) => message.startsWith('Fields are missing: Root'))
    expect(finding).toBe('Fields are missing: Root Cause and Resolution.')
  })
  test('of an empty section are not requested: it is empty', async () => {
    const text = written('phased', '- **Duration**: 60 min\n\n## Executive Summary\n')
    expect((await messages(text)).filter((message) => message.includes('What Happened'))).toEqual([])
  })
  test('of the head are, though there is nothing else below the title', async () => {
    expect(
      await messages(
        `---\ntemplate: minimal\nstatus: Final\n---\n\n# Incident Post-Mortem: Disk full\n${body(SECTIONS)}`,
      ),
    ).toEqual(['Fields are missing: Date, Severity, Duration and Author.'])
  })
  test('a key comes before those whose values were not read', async () => {
    const options = {
      files: {
        '.postmortem.yml': 'templates:\n  - ours.md\n',
        'ours.md': '---\nseverity: "[SEV1/SEV2]"\n---\n\n# [Title]\n\n## What happened\n\n[What]\n',
      },
    }
    const text = '---\ntemplate: ours\nstatus: Final\ntags:\n  - mail\n---\n\n# Disk full\n\n## What happened\n\nA.\n'
    expect(await applyFix(text, 'missing-field', undefined, options)).toBe(
      text.replace('template: ours', 'severity: "[SEV1/SEV2]"\ntemplate: ours'),
    )
  })
  test('one fix inserts them all', async () => {
    const mended = await applyFix(head('- **Status**: Final\n'), 'missing-field')
    expect(mended).toContain(
      '\n- **Date**: [YYYY-MM-DD]\n- **Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]\n- **Duration**: [HH:MM] to [HH:MM] ([X min])\n- **Status**: Final\n- **Author**: [Name]\n',
    )
  })
})
