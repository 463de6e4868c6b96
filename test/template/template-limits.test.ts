import { describe, expect, test } from 'vitest'
import { readTemplate } from '../../server/src/template/read-template.ts'
import { MAX_TEMPLATE_HEADINGS, MAX_TEMPLATE_LENGTH } from '../../server/src/template/template-limits.ts'
import { FOLDER, makeWorld } from '../kit/world.ts'

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

describe.each([
  ['25,000 headings', `# Outage: [Title]\n\n${many(25_000, (i) => `## Section ${i}`)}\n`, 'over 100000 characters'],
  ['25,000 short headings', many(25_000, () => '# a'), 'over 1000 headings'],
  ['one heading too many', many(MAX_TEMPLATE_HEADINGS + 1, (i) => `## S${i}`), 'over 1000 headings'],
  ['headings with underlines', many(MAX_TEMPLATE_HEADINGS + 1, (i) => `S${i}\n---`), 'over 1000 headings'],
  ['a long text', `# Outage\n\n${'word '.repeat(MAX_TEMPLATE_LENGTH / 5)}`, 'over 100000 characters'],
])('%s', (_, text, message) => {
  test('is no template', () => {
    const { sections, problems } = readTemplate('team', text)
    expect(problems.map((problem) => problem.message)).toEqual([`The template is too large: ${message}.`])
    expect(sections.filter(({ heading }) => heading !== '')).toEqual([])
  })
  test('is reported where the configuration names it, and the built-in ones are left', async () => {
    const files = { '.postmortem.yml': "templates:\n  - { file: team.md, match: '**' }\n", 'team.md': text }
    const { service } = makeWorld({ files })
    const uri = `${FOLDER}/.postmortem.yml`
    service.openDocument(uri, 1, files['.postmortem.yml'])
    const view = await service.view(uri)
    expect(view?.findings.map((finding) => finding.message)).toEqual([
      `The template team.md cannot be read: ${message}.`,
    ])
  })
})

test('as many headings as are allowed are a template', () => {
  const { sections, problems } = readTemplate(
    'team',
    many(MAX_TEMPLATE_HEADINGS, (i) => `## Section ${i}\n`),
  )
  expect([sections.filter(({ heading }) => heading !== '').length, problems]).toEqual([MAX_TEMPLATE_HEADINGS, []])
})
