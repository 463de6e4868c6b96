/** Timelines whose times are in no zone. */
import { describe, expect, test } from 'vitest'
import { type OpenOptions, open } from '../../kit/document.ts'
import { applyFix, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const HEAD = '# Post-mortem: Queue full\n\n- Date: 2024-06-11\n- Severity: SEV2\n- Duration: 1 hour\n\n'
const ITEMS = '- 10:00 The queue fills\n- 10:20 On-call empties it\n- 11:00 The incident is over\n'
const ROWS = '| 10:00 | Full |\n| 10:20 | Emptied |\n| 11:00 | Over |\n'
const list = (heading = '## Timeline') => `${HEAD}${heading}\n\n${ITEMS}`
const table = (column = 'Time') => `${HEAD}## Timeline\n\n| ${column} | Event |\n|---|---|\n${ROWS}`
const found = async (text: string, options?: OpenOptions) => {
  const opened = await open(text, options)
  return opened.view.findings
    .filter(({ rule }) => rule === 'missing-time-zone')
    .map((finding) => `${textAt(opened, finding)} (${finding.severity}): ${finding.message}`)
}
const MESSAGE = 'The times of this timeline do not say their time zone.'

describe('no zone anywhere', () => {
  test('of a list: at the heading', async () => expect(await found(list())).toEqual([`Timeline (hint): ${MESSAGE}`]))
  test('of a table: at its column', async () => expect(await found(table())).toEqual([`Time (hint): ${MESSAGE}`]))
  test('of phases: at the heading above them', async () => {
    const phases = ['Detection', 'Mitigation', 'Resolution'].map(
      (name, hour) => `### ${name}\n\n- **Time**: 1${hour}:00\n\n`,
    )
    expect(await found(`${HEAD}## Timeline\n\n${phases.join('')}`)).toEqual([`Timeline (hint): ${MESSAGE}`])
  })
  test('of a bold key', async () =>
    expect(await found(`${HEAD}**Timeline:**\n\n${ITEMS}`)).toEqual([`**Timeline:** (hint): ${MESSAGE}`]))
})

describe('a zone somewhere', () => {
  test.each([
    ['column', table('Time (UTC)')],
    ['heading', list('## Timeline (CEST)')],
    ['sentence', list().replace('- 10:00', 'All times are in CET.\n\n- 10:00')],
    ['one value', list().replace('10:00', '10:00 UTC')],
    ['offset', list().replace('10:00', '2024-06-11T10:00+02:00')],
    ['head', list().replace('1 hour', '10:00 to 11:00 UTC')],
    ['prose', `${list()}\n## Impact\n\nIt was over at 11:00 UTC.\n`],
    ['field', list().replace('- Severity', '- Time zone: Europe/Oslo\n- Severity')],
    ['front matter', `---\ntime_zone: CET\n---\n\n${list()}`],
    ['words', list().replace('- 10:00', 'All times are Berlin time.\n\n- 10:00')],
    ['words behind the heading', list('## Timeline (London time)')],
    ['French words', list('## Chronologie (heure de Paris)')],
    ['Spanish words', list('## Cronología (hora de Madrid)')],
    ['Portuguese words', list('## Linha do tempo (horário de Brasília)')],
    ['German words', list('## Zeitlicher Ablauf (Berliner Zeit)')],
    ['one that is not known', list('## Timeline (QST)')],
    ['one that could be several', list('## Timeline (IST)')],
    ['one that is not reckoned with', list('## Timeline (PKT)')],
  ])('%s', async (_where, text) => expect(await found(text)).toEqual([]))
  test('configuration', async () =>
    expect(await found(list(), { files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } })).toEqual([]))
})

describe('nothing to say', () => {
  test('two times', async () => expect(await found(list().replace('- 11:00 ', '- '))).toEqual([]))
  test('an incident that continues', async () =>
    expect(
      await found(list().replace('- Duration: 1 hour\n', '').replace('incident is over', 'queue fills again')),
    ).toEqual([]))
  test('a log of several incidents', async () => {
    const incident = (name: string) =>
      `## ${name}\n\nDuration: 1 hour\n\n### Timeline\n\n${ITEMS}\n### Impact\n\nSome.\n\n`
    const log = `# Post-mortems\n\n${incident('Queue full on 2024-06-11')}${incident('Disk full on 2024-06-12')}`
    expect((await open(log)).view.postMortem.incidents).toHaveLength(2)
    expect(await found(log)).toEqual([])
  })
  test('offsets only', async () =>
    expect(await found(`${HEAD}## Timeline\n\n- +0 min Full\n- +5 min Fuller\n- +9 min Over\n`)).toEqual([]))
})

describe('the fix', () => {
  const oslo = { timeZone: 'Europe/Oslo' }
  test('names UTC or the zone of the reader', async () => {
    expect(await applyFix(table(), 'missing-time-zone', 'UTC', oslo)).toBe(table('Time (UTC)'))
    expect(await applyFix(table(), 'missing-time-zone', 'Europe/Oslo', oslo)).toBe(table('Time (Europe/Oslo)'))
    expect(await applyFix(list(), 'missing-time-zone', 'UTC', oslo)).toBe(list('## Timeline (UTC)'))
  })
  test('stays inside a bold key', async () => {
    const text = list('**Timeline:**')
    const mended = await applyFix(text, 'missing-time-zone', 'UTC')
    expect(mended).toBe(list('**Timeline (UTC):**'))
    expect((await open(mended)).view.postMortem.zone?.name).toBe('UTC')
  })
  test('offers no zone that would break the key', () =>
    expect(
      applyFix(list('**Timeline:**'), 'missing-time-zone', 'America', { timeZone: 'America/New_York' }),
    ).rejects.toThrow('there are: Add "(UTC)" to "Timeline".'))
})

describe('planted errors', () => {
  /** Each document without its zone, and then also without one of its entries. */
  const documents: [path: string, zone: RegExp, entry: RegExp][] = [
    ['filled/incident-review.md', /\n?All times are in UTC\.\n| \(UTC\)/g, /^\| \d\d:.*\n/gm],
    ['filled/minimal.md', /\n?All times are in UTC\.\n/g, /^- \d\d:.*\n/gm],
    ['filled/phased.md', /\n?All times are in UTC\.\n/g, /^- \*\*Time\*\*: .*\n/gm],
    ['filled/google-sre.md', /\n?All times are in UTC\.\n| UTC/g, /^\| \d\d:.*\n|^- \d\d:.*\n/gm],
    ['right/zone-phases-cet.md', /\n?All times are in CET\.\n/g, /^- \*\*Time\*\*: .*\n/gm],
    ['right/zone-heading-nzdt.md', / \(NZDT\)/g, /^\*\*\d\d:.*\n/gm],
    ['right/zone-bullets-cest.md', / CEST/g, /^- \d\d:.*\n/gm],
    ['right/zone-table-pdt.md', / \(PDT\)/g, /^\| \| \d\d:.*\n/gm],
  ]
  const mutants = documents.flatMap(([path, zone, entry]): Mutant[] => {
    const right = fixture(path)
    const wrong = right.replace(zone, '')
    const fewer = [...wrong.matchAll(entry)].map(({ 0: line, index }) => ({
      what: `${path} without ${line.trim()}`,
      right,
      wrong: wrong.slice(0, index) + wrong.slice(index + line.length),
    }))
    return [{ what: path, right, wrong }, ...fewer]
  })
  test('are found', () => expectFound('missing-time-zone', mutants))
})
