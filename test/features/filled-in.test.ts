/** Templates filled in with an incident, by people who write what the guidance says where that is right: all is well. */
import { describe, expect, test } from 'vitest'
import { placeholdersOf } from '../../server/src/model/content/placeholders.ts'
import { applyEdits, open } from '../kit/document.ts'
import { answersFor, filledTemplate, filledTemplateIds } from '../kit/filled-templates.ts'
import { fixture } from '../kit/fixtures.ts'
import { LATER } from '../kit/rules.ts'
import { FOLDER, makeWorld } from '../kit/world.ts'

/** What the answers say. */
const SEVERITIES: Readonly<Record<string, string>> = {
  'incident-review': 'SEV2',
  'team-a': 'SEV2',
  'team-b': 'P1',
  clinic: 'P2',
  phased: 'P1',
  shop: 'S2',
}

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

describe.each(filledTemplateIds())('%s, begun with New Post-Mortem', (id) => {
  test('has no finding when all that is left is filled in, and can be final', async () => {
    const filled = await filledTemplate(id)
    const { files } = filled.file
    const severity = SEVERITIES[id] ?? null
    const incident = { template: id, title: 'Parcel labels printed twice', severity, author: 'Ida Berg' }
    const { service } = makeWorld({ files, now: LATER })
    const { text } = await service.newPostMortem({ ...incident, folder: FOLDER, startedAt: '2026-03-10 08:05' })
    const begun = await open(text, { files, now: LATER, path: 'docs/labels.md' })
    const answers = await answersFor(filled, text)
    const places = placeholdersOf(begun.view.postMortem)
    const edits = places.map(({ text: _, ...place }, index) => ({ ...place, newText: answers[index]?.text ?? '' }))
    const written = applyEdits(text, begun.view.postMortem, edits).replaceAll('- [ ] ', '- [x] ')
    const after = await open(written, { files, now: LATER, path: 'docs/labels-written.md' })
    expect(after.view.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    expect(after.service.checkFinal(after.view)).toMatchObject({ blockers: [] })
    // What was asked is not asked again.
    expect(answers.length).toBeLessThan(placeholdersOf((await open(filled.template, { files })).view.postMortem).length)
  })
})
