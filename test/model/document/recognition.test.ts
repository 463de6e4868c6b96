/** What is taken for a post-mortem by its evidence, and what is not. */
import { describe, expect, test } from 'vitest'
import { mayBePostMortem } from '../../../server/src/model/document/quick-look.ts'
import { titleSigns } from '../../../server/src/model/document/title-signs.ts'
import { readPostMortem } from '../../../server/src/model/read-post-mortem.ts'
import { builtInTemplates } from '../../kit/document.ts'
import { markdownFiles } from '../../kit/fixtures.ts'

const templates = builtInTemplates()
const recognition = (text: string, path: string | null = null, root: string | null = null) =>
  readPostMortem(text, { templates, path, root, timeZone: null, dateOrder: null }).recognition

const ENTRIES = '3/14/2025 9:10 AM - queue grows\n3/14/2025 11:05 AM - worker restarted\n'
const SECTIONS =
  '## What happened\nAround 16:40 it answered 502.\n## Investigation\nThe pool was exhausted.\n## Resolution\nWe raised the limit.\n'
const TIMELINE =
  '## Timeline\n- 2025-03-14 09:10 first call\n- 2025-03-14 09:40 restarted\n## Root cause\nA full disk.\n'
const KINDS =
  '## What went well\n- a\n## What went poorly\n- b\n## Where we got lucky\n- c\n## Timeline\n#### 2026-06-29\nThe bug is merged.\n'

test.each<[name: string, text: string, path: string | null, root: string | null]>([
  [
    'a failure with days and times under a timeline with remarks',
    `# Mail queue stuck\n## Issue summary\nOutgoing mail waited for two hours.\n## Timeline (times in UTC) 3/14/2025 - 3/15/2025. Approximate\n${ENTRIES}`,
    null,
    null,
  ],
  ['a dated file about a failure', `# 2025-03-14 Wiki down\n${SECTIONS}`, 'docs/reports/2025-03-14-wiki-down.md', null],
  [
    'the same, split over folders',
    `# 14 March 2025: shop unavailable\n${SECTIONS}`,
    'reports/2025-03/14-shop.md',
    null,
  ],
  [
    'the same, without a day in the title',
    `# Login crashed\n${SECTIONS}\n## Impact\nAll users.\n`,
    'notes/20250314-login.md',
    null,
  ],
  ['a retro of an incident, about an index', `# Incident retro - search index out of step\n${TIMELINE}`, null, null],
  [
    'an ID, about an archive',
    '# PM-2025-007: archive page crashes\n\n| ID | PM-2025-007 |\n| --- | --- |\n| Severity | SEV2 |\n',
    null,
    null,
  ],
  ['a library that broke', `# Library upgrade broke checkout\n${TIMELINE}`, null, null],
  [
    'a file of a workspace that is called so',
    `# Wiki down\n## Summary\nThe wiki was away.\n${TIMELINE}`,
    'wiki.md',
    'post-mortem',
  ],
  ['the same under another name', `# Wiki slow\n${TIMELINE}`, 'wiki.md', 'incident-reports'],
  [
    'French',
    "# Rapport d'incident : panne du courriel\n## Sommaire\n## Incidence\n## Chronologie détaillée\n",
    null,
    null,
  ],
  ['German', '# Störungsbericht: Ausfall der Post\n## Auswirkungen\n## Zeitverlauf\n## Ursache\n', null, null],
  ['Japanese', '# 障害報告: メール停止\n## 影響\n## タイムライン\n## 根本原因\n', null, null],
  [
    'one with little below its name',
    '# Post-mortem: kiosks dark\n**Date:** 2026-02-03\n**Author:** Ana Ruiz\n',
    'postmortems/2026-02-03-kiosks.md',
    null,
  ],
  [
    'a numbered incident',
    `# Incident 014: Consumer read the wrong setting\n**Date:** 2026-07-28\n${KINDS}`,
    'docs/incidents/014-wrong-setting.md',
    null,
  ],
  [
    'a log of incidents',
    `# Post-mortems\n\n## 2026-01-10 Mail\n\n### Timeline\n\n- 14:00 a\n- 14:05 b\n\n## 2026-01-12 Disk\n\n### Timeline\n\n- 09:00 a\n- 09:20 b\n`,
    null,
    null,
  ],
])('%s', (_, text, path, root) => {
  expect(recognition(text, path, root)).toMatchObject({ recognised: true, isTemplate: false })
  expect(mayBePostMortem(text, { path, root }, templates)).toBe(true)
})

test.each<[name: string, text: string, path: string | null]>([
  ['a number alone', '# Incident 123\n', null],
  ['four digits are no year', '# Incident 1234\n', null],
  ['four digits that may be a year', '# Incident 2024\n', null],
  ['four digits behind a sign', '# Incident #1234\n', null],
  ['five digits', '# Outage 12345\n', null],
  ['how to write one', `# How we write post-mortems\n${TIMELINE}`, null],
  ['what one is', `# What is a post-mortem?\n${TIMELINE}`, null],
  ['a name in code', '# What `postmortem lint` prints\n\nIt was made for that and it was tried.\n', null],
  ['one that says that it is none', `---\npostmortem: false\n---\n\n# Post-mortem: mail\n${TIMELINE}`, null],
])('not %s', (_, text, path) => expect(recognition(text, path).recognised).toBe(false))

test.each<[name: string, text: string, path: string | null]>([
  [
    'headings that hold the fields',
    '# Post-Mortem Template\n\n## Date: [..]\n\n## Author: [..]\n\n## Timeline\n',
    null,
  ],
  ['angles in the title', '# Post-mortem: <title>\n\n## Impact\n\n## Timeline\n\n## Root cause\n', null],
  ['a folder of templates', `# Post-mortem\n\n${TIMELINE}`, 'docs/templates/report.md'],
  ['a file that is called so', `# Post-mortem: issue name\n\n${TIMELINE}`, 'reports/template.md'],
  ['a French one', "# Modèle de rapport d'incident\n\n## Impact\n\n## Chronologie\n", null],
])('a template: %s', (_, text, path) => expect(recognition(text, path)).toMatchObject({ isTemplate: true }))

describe('of what has no value yet', () => {
  const text = (title: string, matter = '') =>
    `${matter}# ${title}\n\n- **Date**: [YYYY-MM-DD]\n- **Severity**: [SEV1/SEV2]\n- **Author**: [Name]\n- **Status**: [Draft/Final]\n\n## Timeline\n\n- [HH:MM] [What happened]\n\n## Root cause\n\n[Why it happened]\n`
  const isTemplate = (body: string, path: string | null, isInFolder = false) => {
    const read = readPostMortem(body, { templates, path, isInFolder, timeZone: null, dateOrder: null })
    expect(read.recognised).toBe(true)
    return read.isTemplate
  }
  const NAMED = '---\ntemplate: minimal\n---\n\n'

  test.each<[name: string, body: string, path: string | null, isInFolder?: boolean]>([
    ['an open title', text('Post-Mortem: [Title]'), 'docs/form.md'],
    ['a title that only names the document', text('Incident post-mortem'), 'docs/form.md'],
    ['a title that says that one comes here', text('Post-mortem: Incident Title'), null],
    ['angles', text('Post-mortem: <what broke>'), null],
    ['a name that says so', text('Post-Mortem Template'), null],
    ['a folder of templates', text('Post-mortem: mail stuck', NAMED), 'docs/templates/mail.md', true],
    ['a file of that name', text('Post-mortem: mail stuck'), 'postmortems/template.md', true],
    ['a file whose name says so', text('Post-mortem: [Title]'), 'postmortems/incident-template.md', true],
  ])('%s makes a template', (_, body, path, isInFolder) => expect(isTemplate(body, path, isInFolder)).toBe(true))

  test.each<[name: string, body: string, path: string | null, isInFolder?: boolean]>([
    ['the name of a template', text('Post-Mortem: [Title]', NAMED), 'docs/form.md'],
    ['that name, whatever the title says', text('Post-Mortem Template', NAMED), null],
    ['the folder', text('Post-Mortem: [Title]'), 'postmortems/2026-03-14.md', true],
    ['the folder, whatever the title says', text('Post-Mortem Template'), 'postmortems/2026-03-14.md', true],
    ['a title of one incident', text('Post-Mortem: mail stuck'), 'docs/mail.md'],
    ['a title that is only what happened', text('Mail stuck'), 'postmortem/mail.md'],
    ['a day', text('Post-mortem 2026-03-14'), null],
    ['a number', text('Incident 4711'), 'postmortem/4711.md'],
    ['a title about templates', text('Post-mortem: mail down'), 'postmortem/2026-03-14-template-cache-down.md'],
  ])('%s makes a draft', (_, body, path, isInFolder) => expect(isTemplate(body, path, isInFolder)).toBe(false))
})

describe('what only the sum speaks for', () => {
  const text = `# Mail queue stuck\n## Issue summary\nMail waited.\n## Timeline\n${ENTRIES}`
  test('is not confirmed', () => expect(recognition(text)).toMatchObject({ recognised: true, confirmed: false }))
  test('front matter confirms it', () => {
    expect(recognition(`---\npostmortem: true\n---\n\n${text}`)).toMatchObject({ recognised: true, confirmed: true })
  })
})

test.each([
  ['Archive page crashes', false],
  ['Outage after an index rebuild', false],
  ['Runbook: disk full', true],
  ['Plan for the outage', true],
  ['Writing post-mortems', true],
])('%j speaks of something else: %s', (title, general) => expect(titleSigns(title).general).toBe(general))

test('what the quick look refuses is not recognised, whatever is cut out of it', () => {
  const files = [...markdownFiles('test/fixtures'), ...markdownFiles('examples'), ...markdownFiles('server/templates')]
  const refused = files.flatMap(({ path, text }) => {
    const lines = text.split('\n')
    return [0.15, 0.4, 0.7].flatMap((at) => {
      const from = Math.floor(lines.length * at)
      const cut = [...lines.slice(0, from), ...lines.slice(from + Math.ceil(lines.length / 5))].join('\n')
      const isWrong = !mayBePostMortem(cut, { path, root: null }, templates) && recognition(cut, path).recognised
      return isWrong ? [`${path} at ${at}`] : []
    })
  })
  expect(refused).toEqual([])
})
