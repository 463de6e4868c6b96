/** Templates of the repository: a team drops its own in, and everything works for it. */
import { describe, expect, it } from 'vitest'
import { FOLDER, makeWorld, type World } from '../kit/world.ts'

const TEMPLATE = `---
name: Outage of the mill
severities:
  - { value: Red, meaning: The mill stands still }
  - { value: Yellow, meaning: The mill runs slowly }
optional: [Notes]
---

# Outage: [What stood still]

- **Level**: Red/Yellow
- **Date**: [YYYY-MM-DD]
- **Lasted**: [X min]

## What we saw

[What the people at the mill saw.]

## What we do

| Step | Who | By |
|---|---|---|
| [Step] | [Name] | [YYYY-MM-DD] |

## Notes

[Anything else.]
`
const CONFIG = "templates:\n  - { file: docs/outage.md, match: 'outages/**' }\n"
const DOCUMENT = `# Outage: the saw

- **Level**: Orange
- **Date**: 2026-01-10
- **Lasted**: 40 min

## What we saw

Smoke.
`

async function findings(world: World, path: string, text: string): Promise<string[]> {
  world.service.openDocument(`${FOLDER}/${path}`, 1, text)
  const view = await world.service.view(`${FOLDER}/${path}`)
  return view?.findings.map(({ rule, message }) => `${rule}: ${message}`) ?? []
}

const world = (template = TEMPLATE, config = CONFIG) =>
  makeWorld({ files: { '.postmortem.yml': config, 'docs/outage.md': template } })

describe('a template of the team', () => {
  it('demands its sections and values where its glob says so', async () => {
    expect(await findings(world(), 'outages/saw.md', DOCUMENT)).toEqual([
      'invalid-enum-value: "Orange" is no level of this template: use Red or Yellow.',
      'missing-section: Section "What we do" is missing.',
    ])
  })

  it('demands nothing elsewhere', async () => {
    expect(await findings(world(), 'notes/saw.md', DOCUMENT)).toEqual([])
  })

  it('is chosen by front matter, by the name of its file', async () => {
    const text = `---\ntemplate: outage\n---\n\n${DOCUMENT}`
    expect(await findings(world(), 'notes/saw.md', text)).toHaveLength(2)
  })

  it('is offered for a new post-mortem, before the built-in ones', async () => {
    const { templates } = await world().service.newPostMortemDefaults(FOLDER)
    expect(templates[0]).toMatchObject({ id: 'outage', name: 'Outage of the mill' })
    expect(templates.map(({ id }) => id)).toContain('incident-review')
  })

  it('becomes a new post-mortem', async () => {
    const params = {
      folder: FOLDER,
      template: 'outage',
      title: 'Saw',
      severity: null,
      startedAt: '11:00',
      author: null,
    }
    const { text } = await world().service.newPostMortem(params)
    expect(text).toContain('template: outage')
    expect(text).toContain('# Outage: Saw')
    expect(text).toContain('- **Date**: 2026-01-15')
  })

  it('takes the place of a built-in one of the same name', async () => {
    const own = makeWorld({
      files: { '.postmortem.yml': 'templates: [minimal.md]\n', 'minimal.md': TEMPLATE },
    })
    const { templates } = await own.service.newPostMortemDefaults(FOLDER)
    expect(templates.filter(({ id }) => id === 'minimal').map(({ name }) => name)).toEqual(['Outage of the mill'])
  })

  it('that is not there is said, and the rest applies', async () => {
    const broken = makeWorld({ files: { '.postmortem.yml': 'timeZone: Europe/Oslo\ntemplates: [gone.md]\n' } })
    const { problems, timeZone } = await broken.service.newPostMortemDefaults(FOLDER)
    expect(problems).toEqual(['The template gone.md cannot be read.'])
    expect(timeZone).toBe('Europe/Oslo')
  })

  it.each([
    ['../secret.md', 1],
    ['/etc/passwd', 1],
    ['docs/outage.md', 0],
  ])('is read from below the configuration only: %s', async (file, problems) => {
    const own = makeWorld({ files: { '.postmortem.yml': `templates: ['${file}']\n`, 'docs/outage.md': TEMPLATE } })
    expect((await own.service.newPostMortemDefaults(FOLDER)).problems).toHaveLength(problems)
    expect(own.reads.filter((uri) => !uri.startsWith(`${FOLDER}/`))).toEqual([])
  })
})

describe('a template file', () => {
  it.each([
    ['optional: [Notes]', 'optional: [Notices]', 'Notices', 'The template has no heading "Notices".'],
    ['optional: [Notes]', 'kinds: { Notes: nonsense }', 'nonsense', '"nonsense" is no kind of section.'],
    ['optional: [Notes]', 'severities: 3', '3', '"severities" must be a list of { value, meaning, aliases }.'],
    ['name: Outage of the mill', 'name: [a]', '[a]', '"name" must be text.'],
    [
      '## What we do',
      '## What we saw',
      '## What we saw',
      'The heading "What we saw" stands twice in the same section.',
    ],
  ])('has its mistakes at their place: %s → %s', async (old, wrong, at, message) => {
    const text = TEMPLATE.replace(/severities:[\s\S]*?(?=optional)/, '').replace(old, wrong)
    const { service } = world(text)
    service.openDocument(`${FOLDER}/docs/outage.md`, 1, text)
    const view = await service.view(`${FOLDER}/docs/outage.md`)
    const found = view?.findings.map((finding) => {
      const base = view.postMortem.starts[finding.section] ?? 0
      return [finding.rule, finding.message, text.slice(base + finding.start, base + finding.end)]
    })
    expect(found).toEqual([['invalid-template', message, at]])
  })

  it('has no findings of a document', async () => {
    expect(await findings(world(), 'docs/outage.md', TEMPLATE)).toEqual([])
  })
})

describe('include and exclude', () => {
  it.each([
    ["include: 'log/**'\n", 'log/a.md', '# Tuesday\n\nNothing.\n', true],
    ["exclude: 'log/**'\n", 'log/a.md', '---\ntemplate: minimal\n---\n\n# Post-mortem\n', false],
    ['', 'log/a.md', '# Tuesday\n\nNothing.\n', false],
  ])('%j decide', async (config, path, text, recognised) => {
    const { service } = makeWorld({ files: { '.postmortem.yml': config } })
    service.openDocument(`${FOLDER}/${path}`, 1, text)
    expect((await service.view(`${FOLDER}/${path}`))?.postMortem.recognised).toBe(recognised)
  })
})
