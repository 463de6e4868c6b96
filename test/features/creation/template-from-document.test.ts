/** New Template from This Document. */
import { describe, expect, test } from 'vitest'
import { newPostMortem } from '../../../server/src/features/creation/new-post-mortem.ts'
import { templateFromDocument } from '../../../server/src/features/creation/template-from-document.ts'
import { readTemplate } from '../../../server/src/template/read-template.ts'
import { momentAt } from '../../../server/src/time/index.ts'
import { open, read } from '../../kit/document.ts'
import { fixture } from '../../kit/fixtures.ts'

const made = (text: string) => templateFromDocument(text, read(text), 'Ours')

test('values become guidance, and shapes stay', () => {
  const text = `# Incident report: Labels printed twice

**Incident ID**: INC-20260310-004
**Date**: 2026-03-10
**Severity**: SEV2
**Duration**: 08:05 UTC to 09:25 UTC (80 min)
**Author**: Ida Berg
**Status**: Final

## Summary

Labels were printed twice.

A second paragraph.

## Timeline

| Time (UTC) | After | What | Who |
|---|---|---|---|
| 08:05 | 0 min | Queue retries | db-1 |
| 08:20 | +15 min | A depot calls | Ida Berg |

## Impact

- **Depots affected**: 2
- **Share of labels**: 12%
- **Data lost**: No

## Actions

- [x] Set the timeout
  - **Owner**: Tom Reyes
  - **Due Date**: 2026-03-24
- [ ] Test the queue
`
  expect(made(text)).toBe(`---
name: "Ours"
---

# Incident report: [Title]

**Incident ID**: INC-YYYYMMDD-XXX
**Date**: [YYYY-MM-DD]
**Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]
**Duration**: [HH:MM] to [HH:MM] ([X min])
**Author**: [Name]
**Status**: [Draft/Final]

## Summary

[Summary]

## Timeline

| Time (UTC) | After | What | Who |
| --- | --- | --- | --- |
| [HH:MM] | [+X min] | [What] | [Name] |
| [HH:MM] | [+X min] | [What] | [Name] |

## Impact

- **Depots affected**: [Number]
- **Share of labels**: [%]
- **Data lost**: [Yes/No]

## Actions

- [ ] [Actions]
  - **Owner**: [Name]
  - **Due Date**: [YYYY-MM-DD]
`)
})

describe.each(['incident-review', 'phased', 'minimal', 'google-sre'])('of %s, filled in', (id) => {
  const text = fixture(`filled/${id}.md`)
  const template = readTemplate('ours', made(text))
  test('a template has no mistakes, and the same sections', () => {
    expect(template.problems).toEqual([])
    const headings = readTemplate(id, text).sections.map(({ heading, level }) => `${level} ${heading}`)
    expect(template.sections.slice(2).map(({ heading, level }) => `${level} ${heading}`)).toEqual(headings.slice(2))
  })
  test('nothing of what happened is left', () => {
    for (const word of ['2026-', 'INC-2', 'SEV2 ', 'UTC to ']) expect(template.body).not.toContain(word)
  })
  test('a new document of it is filled in', () => {
    const startedAt = momentAt(Date.parse('2026-03-10T08:05:00Z'), 'UTC')
    const { text: begun } = newPostMortem(template, {
      title: 'Disk full',
      severity: null,
      author: 'Ida',
      id: null,
      startedAt,
    })
    expect(begun).toContain('Disk full')
    expect(begun).toContain('2026-03-10')
  })
})

describe('its file', () => {
  const text = fixture('filled/minimal.md')
  test('takes a free name beside the configuration, and is named there', async () => {
    const files = { '.postmortem.yml': 'timeZone: UTC\n', 'postmortem-templates/small-one.md': '' }
    const { service, view } = await open(text, { files, path: 'postmortems/a.md' })
    const answer = await service.newTemplate(view, 'Small one')
    expect(answer).toMatchObject({
      uri: expect.stringMatching(/\/postmortem-templates\/small-one-2\.md$/),
      problems: [],
    })
    const template = 'uri' in answer ? answer.uri : ''
    expect(await service.nameTemplate(template)).toMatchObject({
      before: 'timeZone: UTC\n',
      change: { newText: 'templates:\n  - "postmortem-templates/small-one-2.md"\n' },
    })
  })
  test('is refused where there is no post-mortem', async () => {
    const { service, view } = await open('# Shopping\n\nFlour.\n', { files: {}, path: 'notes.md' })
    expect(await service.newTemplate(view, 'Small one')).toEqual({
      refused: 'A template is made of a post-mortem about one incident.',
    })
  })
})
