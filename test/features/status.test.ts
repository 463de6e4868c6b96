/** What the status item of the editor says. */
import { expect, test } from 'vitest'
import { builtInTemplate, open, written } from '../kit/document.ts'

test.each([
  ['# Notes\n', null, '', null],
  [written('minimal', '- **Status**: Final\n'), 'Post-mortem: Final', 'Template: Minimal', 'Minimal'],
  [written('minimal', '## Summary\n\nText.\n'), 'Post-mortem: Draft, 1 of 6 sections', 'Template: Minimal', 'Minimal'],
  ['# Post-mortem: disk full\n\n**Severity**: SEV1\n', 'Post-mortem: Draft', 'No template: nothing is demanded.', null],
])('%j', async (document, text, detail, template) => {
  const { service, view } = await open(document)
  expect(service.status(view)).toEqual({ text, detail, template })
})

test('of a template', async () => {
  const { service, view } = await open(builtInTemplate('phased').body, { path: 'docs/postmortem-template.md' })
  expect(service.status(view)).toMatchObject({ text: 'Post-mortem template', detail: 'Not checked.' })
})
