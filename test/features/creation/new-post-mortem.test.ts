import { describe, expect, test } from 'vitest'
import { fileNameFor } from '../../../server/src/features/creation/file-name.ts'
import { type NewIncident, newPostMortem } from '../../../server/src/features/creation/new-post-mortem.ts'
import { nextIncidentId } from '../../../server/src/model/document/incident-id.ts'
import { readTemplate } from '../../../server/src/template/read-template.ts'
import { momentAt } from '../../../server/src/time/index.ts'
import { builtInTemplate, builtInTemplates, open } from '../../kit/document.ts'
import { templateFiles } from '../../kit/templates.ts'
import { FOLDER, makeWorld, NOW, type World } from '../../kit/world.ts'

const INCIDENT: NewIncident = {
  title: 'Disk full',
  severity: 'SEV1',
  startedAt: momentAt(Date.parse('2026-01-15T09:30:00Z'), 'UTC'),
  author: 'Ana Sol',
  id: 'INC-20260115-001',
}
const REVIEW = builtInTemplate('incident-review')
const make = (incident: Partial<NewIncident> = {}, template = REVIEW) =>
  newPostMortem(template, { ...INCIDENT, ...incident })
const lines = (text: string) => text.split('\n')

const create = ({ service }: World, params: object = {}) =>
  service.newPostMortem({
    folder: FOLDER,
    template: 'minimal',
    title: 'Disk full',
    severity: null,
    startedAt: '09:30',
    author: null,
    ...params,
  })

describe('what is known is filled in', () => {
  test('in the head of the full review', () => {
    expect(lines(make().text).slice(0, 14)).toEqual([
      '---',
      'template: incident-review',
      '---',
      '',
      '# Incident Post-Mortem: Disk full',
      '',
      '- **Incident ID**: INC-20260115-001',
      '- **Date**: 2026-01-15',
      '- **Duration**: 09:30 UTC to [HH:MM] ([X min])',
      '- **Severity**: SEV1',
      '- **Incident Commander**: [Name]',
      '- **Author**: Ana Sol',
      '- **Status**: Draft',
      '',
    ])
  })
  test('unknown values stay as in the template', () => {
    const text = make({ severity: null, author: null, id: null }).text
    expect(text).toContain('- **Incident ID**: INC-YYYYMMDD-XXX\n')
    expect(text).toContain('- **Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]\n')
    expect(text).toContain('- **Author**: [Name]\n')
  })
  test.each(builtInTemplates().map(({ id }) => id))(
    'below the head of %s only the first row of the timeline differs from the template',
    (id) => {
      const template = builtInTemplate(id)
      const tail = (text: string) => text.slice(text.indexOf('\n## ')).replace('[time zone]', 'UTC')
      const timeline = template.body.indexOf('\n## Timeline')
      const begun = template.body.slice(0, timeline) + template.body.slice(timeline).replace('[HH:MM]', '09:30')
      expect(tail(make({}, template).text)).toBe(tail(begun))
    },
  )
  test('the zone of the times is stated', () => {
    expect(make({}, builtInTemplate('minimal')).text).toContain('\nAll times are in UTC.\n')
  })
  test('a template without a title or fields is left as it is', () => {
    const template = readTemplate('bare', '## Summary\n\n[What]\n')
    expect(make({}, template).text).toBe('---\ntemplate: bare\n---\n\n## Summary\n\n[What]\n')
  })
})

describe('titles', () => {
  test.each([
    'Costs of $& and $1',
    '"Quoted" \\ and `code`',
    'Disk 🔥 full',
    'a | b',
    'ディスク',
    "$'$`",
    '[SEV1] Disk',
  ])('%s', (title) => {
    expect(lines(make({ title }).text)[4]).toBe(`# Incident Post-Mortem: ${title}`)
  })
  test('are one line', () =>
    expect(lines(make({ title: ' Disk\n# full ' }).text)[4]).toBe('# Incident Post-Mortem: Disk # full'))
  test('a template that names none gets a plain one', () => {
    expect(lines(make({}, builtInTemplate('phased')).text)[4]).toBe('# Post-Mortem: Disk full')
  })
  test('names are text too', () => expect(make({ author: '$& [x]' }).text).toContain('- **Author**: $& [x]\n'))
})

describe('the selection', () => {
  const selected = (incident: Partial<NewIncident>, template = REVIEW) => {
    const { text, selection } = make(incident, template)
    return text.slice(selection.start, selection.end)
  }
  test('is the first placeholder', () => {
    expect(selected({})).toBe('[HH:MM]')
    expect(selected({}, builtInTemplate('google-sre'))).toMatch(/^\[Two sentences/)
  })
  test('and not what somebody wrote', () => expect(selected({ title: '[SEV1] Disk', author: '[x]' })).toBe('[HH:MM]'))
  test('is the end where there is none', () => {
    const { text, selection } = make({}, readTemplate('bare', '## Summary\n'))
    expect(selection).toEqual({ start: text.length, end: text.length })
  })
})

describe('a new document is calm', () => {
  test.each(templateFiles().map((file) => [file.id, file] as const))(
    '%s: only hints, and one lens that sums them up',
    async (template, { files }) => {
      const { text } = await create(makeWorld({ files }), { template, severity: null })
      const { service, view } = await open(text, { files, path: 'postmortems/2026-01-15-disk-full.md' })
      expect(view.postMortem).toMatchObject({
        recognised: true,
        isTemplate: false,
        stage: 'draft',
        template: { chosen: true },
      })
      expect(view.findings.length).toBeGreaterThan(5)
      expect(view.findings.filter(({ severity }) => severity !== 'hint')).toEqual([])
      expect(new Set(view.findings.map(({ rule }) => rule))).toEqual(new Set(['placeholder']))
      expect(service.lenses(view).map(({ title }) => title)).toEqual([
        expect.stringMatching(/^Draft · 1 of \d+ sections · \d+ left · next: .*(?:Summary|In short|Overview)$/),
      ])
    },
  )
})

describe('incident IDs', () => {
  const none = () => false
  test.each([
    ['INC-YYYYMMDD-XXX', 'INC-20260115-001'],
    ['PM-YYYY-NNN', 'PM-2026-001'],
    ['OUT-YYYY-MM-DD-##', 'OUT-2026-01-15-01'],
    ['OUT-XX', 'OUT-01'],
    ['COMMDD-YYYYMM-NN', 'COMMDD-202601-01'],
    ['FIXED', 'FIXED'],
  ])('%s gives %s', (pattern, id) => expect(nextIncidentId(pattern, '2026-01-15', none)).toBe(id))
  test('the first that is free', () => {
    const taken = new Set(['INC-20260115-001', 'INC-20260115-002', 'INC-20260115-004'])
    expect(nextIncidentId('INC-YYYYMMDD-XXX', '2026-01-15', (id) => taken.has(id))).toBe('INC-20260115-003')
  })
  test('continue after 999', () => {
    expect(nextIncidentId('I-XXX', '2026-01-15', (id) => id.length < 6)).toBe('I-1000')
  })
  test('in use are those in files, in their names and in open documents', async () => {
    const world = makeWorld({
      files: {
        'a.md': '**Incident ID**: INC-20260115-001',
        'INC-20260115-002.md': '',
        'notes.txt': 'INC-20260115-003',
      },
    })
    world.service.openDocument('untitled:Untitled-1', 1, 'INC-20260115-003')
    const { incidentId, text } = await create(world, { template: 'incident-review' })
    expect(incidentId).toBe('INC-20260115-004')
    expect(text).toContain('INC-20260115-004')
  })
  test.each([
    ['', 'INC-20260115-001'],
    ['id: OPS-YYYY-##\n', 'OPS-2026-01'],
  ])('an ID that shows no pattern is one as the configuration says: %j', async (config, id) => {
    const files = {
      '.postmortem.yml': `${config}templates: [own.md]\n`,
      'own.md': '# Report: [What]\n\n**ID:** [ID]\n',
    }
    const { incidentId, text } = await create(makeWorld({ files }), { template: 'own' })
    expect(incidentId).toBe(id)
    expect(text).toContain(`\n**ID:** ${id}\n`)
  })
  test('on a day with two incidents it is the third, also for a template without a pattern', async () => {
    const files = {
      '.postmortem.yml': 'templates: [own.md]\n',
      'own.md': '# Report: [What]\n\n**ID:** [ID]\n',
      'postmortems/2026-01-15-disk-full.md': '# Incident: Disk full\n\n**Incident ID**: INC-20260115-001\n',
      'postmortems/2026-01-15-disk-full-2.md': '# Incident: Disk full again\n\n**Incident ID**: inc-20260115-002\n',
    }
    const world = makeWorld({ files })
    const third = await create(world, { template: 'own' })
    expect(third).toMatchObject({
      incidentId: 'INC-20260115-003',
      uri: `${FOLDER}/postmortems/2026-01-15-disk-full-3.md`,
    })
    // It is open, and not saved yet.
    world.service.openDocument(third.uri ?? '', 1, third.text)
    const fourth = await create(world, { template: 'own' })
    expect(fourth).toMatchObject({
      incidentId: 'INC-20260115-004',
      uri: `${FOLDER}/postmortems/2026-01-15-disk-full-4.md`,
    })
  })
  test('there is none where the template has none', async () =>
    expect((await create(makeWorld())).incidentId).toBeNull())
})

describe('file names', () => {
  const name = (title: string, pattern = '{date}-{slug}.md', incident: Partial<NewIncident> = {}) =>
    fileNameFor(pattern, REVIEW, { id: INCIDENT.id, date: '2026-01-15', title, ...incident })

  test.each([
    ['Disk full', 'disk-full'],
    ['  Disk:  full?  ', 'disk-full'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Crème brûlée', 'creme-brulee'],
    ['Ærlig Ø', 'ærlig-ø'],
    ['ディスクがいっぱい', 'ディスクがいっぱい'],
    ['🔥🔥', 'post-mortem'],
    ['', 'post-mortem'],
    ['...', 'post-mortem'],
    ['%2e%2e', '2e2e'.replace('e2', 'e-2')],
  ])('%j', (title, slug) => expect(name(title)).toBe(`2026-01-15-${slug}.md`))
  test('are not too long, and whole characters', () => {
    expect(name('x'.repeat(300))).toBe(`2026-01-15-${'x'.repeat(60)}.md`)
    expect(() => encodeURIComponent(name('𠮷'.repeat(300)))).not.toThrow()
  })
  test.each([
    ['{id}-{template}.md', {}, 'INC-20260115-001-incident-review.md'],
    ['{id}-{slug}.md', { id: null }, 'disk-full.md'],
    ['{slug}-{id}.md', { id: null }, 'disk-full.md'],
    ['{id}.md', { id: null }, 'post-mortem.md'],
    ['{what}-{slug}.markdown', {}, '{what}-disk-full.markdown'],
    ['{slug}.md', { title: 'CON' }, 'con-post-mortem.md'],
    ['{slug}.md', { title: 'lpt1' }, 'lpt1-post-mortem.md'],
    ['{slug}.md', { title: 'Console' }, 'console.md'],
  ])('%s', (pattern, incident, expected) => expect(name('Disk full', pattern, incident)).toBe(expected))
})

describe('where it goes', () => {
  test('below the folder, never over something', async () => {
    const world = makeWorld({ files: { 'postmortems/2026-01-15-disk-full.md': '' } })
    world.service.openDocument(`${FOLDER}/postmortems/2026-01-15-disk-full-2.md`, 1, '')
    expect((await create(world)).uri).toBe(`${FOLDER}/postmortems/2026-01-15-disk-full-3.md`)
  })
  test('as the configuration says', async () => {
    const config = "folder: docs/post mortems\nfileName: '{slug}.md'\ntimeZone: Europe/Oslo\n"
    const { uri, text } = await create(makeWorld({ files: { '.postmortem.yml': config } }))
    expect(uri).toBe(`${FOLDER}/docs/post%20mortems/disk-full.md`)
    expect(text).toContain('09:30 Europe/Oslo to [HH:MM]')
  })
  test('into the folder that was chosen', async () => {
    const files = { '.postmortem.yml': 'folder: docs\n', 'team%20a/2026-01-15-disk-full.md': '' }
    const into = `${FOLDER}/team%20a/`
    const { uri } = await create(makeWorld({ files }), { into })
    expect(uri).toBe(`${FOLDER}/team%20a/2026-01-15-disk-full-2.md`)
  })
  test('nowhere without a folder', async () => expect((await create(makeWorld(), { folder: null })).uri).toBeNull())
  test('in the zone that the template names', async () => {
    const world = makeWorld({ timeZone: 'Asia/Tokyo', now: NOW })
    const { text } = await create(world, { template: 'incident-review', startedAt: '2026-01-15 03:30' })
    expect(text).toContain('- **Date**: 2026-01-14\n- **Duration**: 18:30 UTC to [HH:MM]')
  })
  test.each([
    [{ template: 'nothing' }, 'There is no template "nothing".'],
    [{ startedAt: 'soon' }, /^Write it like/],
    [{ startedAt: '25:61' }, /no such time/],
    [{ startedAt: '2026-02-30 10:00' }, /no such day/],
    [{ startedAt: '2027-01-01 10:00' }, /in the future/],
  ])('%j cannot be used', async (params, message) => {
    await expect(create(makeWorld(), params)).rejects.toThrow(message)
  })
})
