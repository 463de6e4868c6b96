/** Keys of a template's front matter that hold a sample are fields of the document's front matter. */
import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../server/src/template/read-template.ts'
import { applyFix, expectFindings } from '../kit/expect.ts'
import { FOLDER, makeWorld } from '../kit/world.ts'

const TEMPLATE = `---
name: Ours
layout: page
severity: [SEV1/SEV2]
date: YYYY-MM-DD
commander: "[Name]"
---

# Outage: [Title]

## Summary

[What happened.]
`
const files = { '.postmortem.yml': 'templates: [ours.md]\n', 'ours.md': TEMPLATE }
const document = (keys: string) => `---\ntemplate: ours\n${keys}---\n\n# Outage: Disk full\n\n## Summary\n\nFull.\n`

describe('front-matter keys', () => {
  it('are typed by their samples; settings and strangers are none', () => {
    const { sections, title } = readTemplate('ours', TEMPLATE)
    const fields = sections[title ?? 0]?.fields.map(({ name, type }) => [name, type.kind])
    expect(fields).toEqual([
      ['severity', 'enum'],
      ['date', 'date'],
      ['commander', 'name'],
    ])
  })

  it('are demanded, and put in by the fix', async () => {
    const text = document('severity: SEV1\ncommander: Ana\n')
    await expectFindings(text, [[7, 'missing-field', 'hint']], { files })
    expect(await applyFix(text, 'missing-field', undefined, { files })).toBe(
      document('severity: SEV1\ncommander: Ana\ndate: YYYY-MM-DD\n'),
    )
  })

  it('have the values that the template allows', async () => {
    const text = document('severity: SEV9\ndate: 2026-01-03\ncommander: Ana\n')
    await expectFindings(text, [[3, 'invalid-enum-value', 'error']], { files })
  })

  it('are filled in for a new post-mortem', async () => {
    const { service } = makeWorld({ files })
    const answers = {
      folder: FOLDER,
      template: 'ours',
      title: 'Disk',
      severity: 'SEV2',
      startedAt: '11:00',
      author: null,
    }
    const { text } = await service.newPostMortem(answers)
    expect(text).toBe(
      '---\ntemplate: ours\nseverity: SEV2\ndate: 2026-01-15\ncommander: "[Name]"\n---\n\n# Outage: Disk\n\n## Summary\n\n[What happened.]\n',
    )
  })
})
