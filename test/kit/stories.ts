/**
 * Twelve incidents, and the ways in which teams write them down: the same facts under other headings, in another
 * language, as a table or as bullets, with other notations of times.
 */

/** What happened at one time. */
export interface StoryRow {
  /** `HH:MM`; past midnight of the next day where it is earlier than the row above. */
  readonly clock: string
  readonly text: string
  readonly milestone?: 'started' | 'detected' | 'mitigated' | 'resolved'
}

/** What somebody is to do. */
export interface StoryAction {
  readonly title: string
  readonly owner: string
  readonly due: string
  readonly status: 'open' | 'done'
}

/** One incident. Times are UTC. */
export interface Story {
  readonly title: string
  readonly date: string
  readonly rows: readonly StoryRow[]
  readonly actions: readonly StoryAction[]
}

/** The sections that a document has beside its head. */
export type StorySection = 'summary' | 'impact' | 'timeline' | 'cause' | 'well' | 'poorly' | 'actions'

/** How an incident is written down. */
export interface Notation {
  readonly headings: Readonly<Record<StorySection, string>>
  readonly timeline: 'table' | 'bullets' | 'paragraphs' | 'headings'
  readonly clock: (clock: string, date: string) => string
  readonly actions: 'table' | 'checks' | 'numbered'
  readonly columns: readonly [time: string, text: string, title: string, owner: string, due: string, status: string]
}

/** The notation that the others are changes of. */
export const PLAIN: Notation = {
  headings: {
    summary: 'Summary',
    impact: 'Impact',
    timeline: 'Timeline',
    cause: 'Root cause',
    well: 'What went well',
    poorly: 'What went poorly',
    actions: 'Action items',
  },
  timeline: 'bullets',
  clock: (clock) => clock,
  actions: 'table',
  columns: ['Time', 'Event', 'Action', 'Owner', 'Due', 'Status'],
}

const headings = (all: readonly string[]): Partial<Notation> => {
  const [summary = '', impact = '', timeline = '', cause = '', well = '', poorly = '', actions = ''] = all
  return { headings: { summary, impact, timeline, cause, well, poorly, actions } }
}

function twelveHours(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`
}

function yearless(clock: string, date: string): string {
  return `${date.slice(5)} ${clock}`
}

/** Other ways to write the same. */
export const NOTATIONS: Readonly<Record<string, Partial<Notation>>> = {
  'a remark behind every heading': headings([
    'Summary (draft)',
    'Impact: customers and staff',
    'Timeline (times in UTC)',
    'Root cause – confirmed',
    'What went well (so far)',
    'What went poorly: our side',
    'Action items (see the board)',
  ]),
  'a word before the headings': headings([
    'Incident summary',
    'Customer impact',
    'Detailed timeline',
    'Probable root cause',
    'What went well',
    'What went poorly',
    'Follow-up actions',
  ]),
  'headings in Norwegian': headings([
    'Sammendrag',
    'Konsekvenser',
    'Tidslinje',
    'Rotårsak',
    'Hva gikk bra',
    'Hva gikk dårlig',
    'Tiltak',
  ]),
  'headings in Japanese': headings([
    '概要',
    '影響',
    'タイムライン',
    '根本原因',
    'うまくいったこと',
    'うまくいかなかったこと',
    'アクションアイテム',
  ]),
  'headings in German': headings([
    'Zusammenfassung',
    'Auswirkungen',
    'Zeitlicher Ablauf',
    'Ursache',
    'Was lief gut',
    'Was lief schlecht',
    'Maßnahmen',
  ]),
  'headings in French': headings([
    'Résumé',
    'Conséquences',
    'Chronologie',
    'Cause racine',
    'Ce qui a bien fonctionné',
    'Ce qui a mal fonctionné',
    'Actions correctives',
  ]),
  'headings in Spanish': headings([
    'Resumen',
    'Impacto',
    'Cronología',
    'Causa raíz',
    'Qué salió bien',
    'Qué salió mal',
    'Acciones correctivas',
  ]),
  'headings in Portuguese': headings([
    'Resumo',
    'Impacto',
    'Linha do tempo',
    'Causa raiz',
    'O que deu certo',
    'O que deu errado',
    'Itens de ação',
  ]),
  'a timeline in a table': { timeline: 'table' },
  'a timeline in paragraphs': { timeline: 'paragraphs' },
  'a timeline under headings': { timeline: 'headings' },
  'renamed columns': { timeline: 'table', columns: ['When', 'What happened', 'Task', 'Assignee', 'Deadline', 'State'] },
  'columns in German': {
    timeline: 'table',
    columns: ['Uhrzeit', 'Ereignis', 'Maßnahme', 'Verantwortlich', 'Frist', 'Status'],
  },
  'columns in Japanese': { timeline: 'table', columns: ['時刻', '内容', 'アクション', '担当者', '期限', 'ステータス'] },
  'columns in Spanish': {
    timeline: 'table',
    columns: ['Hora', 'Evento', 'Acción', 'Responsable', 'Fecha límite', 'Estado'],
  },
  '12-hour times': { clock: twelveHours },
  'dotted times': { clock: (clock) => clock.replace(':', '.') },
  'dates without a year': { clock: yearless },
  'UTC behind each time': { clock: (clock) => `${clock} UTC` },
  'whole dates': { clock: (clock, date) => `${date} ${clock}` },
  'actions as a check list': { actions: 'checks' },
  'actions as numbered lists under names': { actions: 'numbered' },
}

const MARKED = { started: 'Outage begins', detected: 'Detected', mitigated: 'Mitigated', resolved: 'Resolved' } as const

/** The day of each row, `YYYY-MM-DD`. */
export function daysOf({ date, rows }: Story): string[] {
  let day = Date.parse(`${date}T00:00Z`)
  return rows.map(({ clock }, index) => {
    if (index > 0 && clock < (rows[index - 1]?.clock ?? '')) day += 86_400_000
    return new Date(day).toISOString().slice(0, 10)
  })
}

/** Writes an incident down. */
export function writeStory(story: Story, notation: Notation): string {
  const { headings: names } = notation
  const authors = [...new Set(story.actions.map(({ owner }) => owner))].join(', ')
  return [
    `# Post-mortem: ${story.title}`,
    `- **Date**: ${story.date}\n- **Severity**: SEV2\n- **Participants**: ${authors}\n\nAll times are in UTC.`,
    `## ${names.summary}\n\nThe service was away for some of our customers, who told us so.`,
    `## ${names.impact}\n\nOrders were late. None was lost.`,
    `## ${names.timeline}\n\n${writeTimeline(story, notation)}`,
    `## ${names.cause}\n\nA limit that nobody had looked at since the last move was reached.`,
    `## ${names.well}\n\n- The alert named the host.`,
    `## ${names.poorly}\n\n- The page of the service was out of date.`,
    `## ${names.actions}\n\n${writeActions(story, notation)}`,
    '',
  ].join('\n\n')
}

function writeTimeline(story: Story, { timeline, clock, columns }: Notation): string {
  const days = daysOf(story)
  const rows = story.rows.map((row, index) => {
    const text = row.milestone ? `**${MARKED[row.milestone]}**: ${row.text}` : row.text
    return { at: clock(row.clock, days[index] ?? ''), text }
  })
  if (timeline === 'table') {
    const body = rows.map(({ at, text }) => `| ${at} | ${text} |`)
    return [`| ${columns[0]} | ${columns[1]} |`, '| --- | --- |', ...body].join('\n')
  }
  if (timeline === 'headings') return rows.map(({ at, text }) => `### ${at}\n\n${text}`).join('\n\n')
  const open = timeline === 'bullets' ? '- ' : ''
  return rows.map(({ at, text }) => `${open}${at} - ${text}`).join(open ? '\n' : '\n\n')
}

function writeActions(
  { actions }: Story,
  { actions: form, columns: [, , title, owner, due, status] }: Notation,
): string {
  if (form === 'table') {
    const body = actions.map(
      (one) => `| ${one.title} | ${one.owner} | ${one.due} | ${one.status === 'done' ? 'Done' : 'Open'} |`,
    )
    return [`| ${title} | ${owner} | ${due} | ${status} |`, '| --- | --- | --- | --- |', ...body].join('\n')
  }
  if (form === 'checks') {
    return actions
      .map((one) => `- [${one.status === 'done' ? 'x' : ' '}] ${one.title} (owner: ${one.owner}, due: ${one.due})`)
      .join('\n')
  }
  const owners = [...new Set(actions.map((one) => one.owner))]
  return owners
    .map((name) => {
      const own = actions.filter((one) => one.owner === name)
      const items = own.map(
        (one, index) => `${index + 1}. ${one.title}, due ${one.due}${one.status === 'done' ? ' (Done)' : ''}`,
      )
      return `**${name}**\n\n${items.join('\n')}`
    })
    .join('\n\n')
}
