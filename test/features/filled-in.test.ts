/** Templates filled in with an incident, by people who write what the guidance says where that is right: all is well. */
import { describe, expect, test } from 'vitest'
import { placeholdersOf } from '../../server/src/model/content/placeholders.ts'
import { applyEdits, open } from '../kit/document.ts'
import { filledTemplate, filledTemplateIds } from '../kit/filled-templates.ts'
import { fixture } from '../kit/fixtures.ts'
import { LATER } from '../kit/rules.ts'

describe.each(filledTemplateIds())('%s', (id) => {
  test('has no finding, and can be final', async () => {
    const { text, file } = await filledTemplate(id)
    const options = { files: file.files, now: LATER, path: 'docs/labels.md' }
    const { service, view } = await open(text, options)
    expect(view.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    const check = service.checkFinal(view)
    expect(check).toMatchObject({ blockers: [] })
    const final = 'edits' in check ? applyEdits(text, view.postMortem, check.edits) : ''
    const after = await open(final, { ...options, path: 'docs/labels-final.md' })
    expect(after.view.postMortem.stage).toBe('final')
    expect(after.view.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    expect(placeholdersOf(after.view.postMortem)).toEqual([])
  })
})

test.each(['incident-review', 'phased', 'minimal', 'google-sre'])('%s', async (id) => {
  const { service, view } = await open(fixture(`filled/${id}.md`), { now: LATER })
  expect(view.findings).toEqual([])
  expect(service.checkFinal(view)).toMatchObject({ blockers: [] })
})
