/** What the head says of the incident, in every form that it is written in. */
import { describe, expect, test } from 'vitest'
import { readPostMortem } from '../../../server/src/model/read-post-mortem.ts'
import { toIso } from '../../../server/src/time/index.ts'
import { builtInTemplates } from '../../kit/document.ts'

const model = (text: string) =>
  readPostMortem(text, { templates: builtInTemplates(), path: null, timeZone: null, dateOrder: null, declared: true })

/** A head with some fields, in each container. */
const CONTAINERS: readonly [string, (fields: readonly (readonly [string, string])[]) => string][] = [
  ['bold keys', (fields) => `# Mail down\n\n${fields.map(([name, value]) => `**${name}:** ${value}`).join('\n')}\n`],
  ['bullets', (fields) => `# Mail down\n\n${fields.map(([name, value]) => `- **${name}**: ${value}`).join('\n')}\n`],
  ['plain lines', (fields) => `# Mail down\n\n${fields.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`],
  [
    'a table',
    (fields) =>
      `# Mail down\n\n| Field | Value |\n|---|---|\n${fields.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}\n`,
  ],
  [
    'a table without a header',
    (fields) =>
      `# Mail down\n\n| | |\n|---|---|\n${fields.map(([name, value]) => `| **${name}** | ${value} |`).join('\n')}\n`,
  ],
  [
    'front matter',
    (fields) => `---\n${fields.map(([name, value]) => `${name}: "${value}"`).join('\n')}\n---\n\n# Mail down\n`,
  ],
  ['headings', (fields) => `# Mail down\n\n${fields.map(([name, value]) => `## ${name}\n\n${value}\n`).join('\n')}`],
  ['an issue form', (fields) => `${fields.map(([name, value]) => `### ${name}\n\n${value}\n`).join('\n')}`],
  [
    'headings with the value',
    (fields) => `# Mail down\n\n${fields.map(([name, value]) => `## ${name}: ${value}\n`).join('\n')}`,
  ],
]

const windowOf = (text: string) => {
  const { window } = model(text)
  return [window.start && toIso(window.start), window.end && toIso(window.end)]
}

describe.each(CONTAINERS)('in %s', (_, write) => {
  test.each([
    ['Incident from', 'Incident until'],
    ['Impact start', 'Impact end'],
    ['Issue began', 'Issue resolved'],
    ['Start Date/Time', 'Date/Time Resolved'],
    ['Incident started', 'Incident ended'],
    ['Beginn der Störung', 'Ende der Störung'],
    ['Début', 'Fin'],
    ['Inicio del incidente', 'Fin del incidente'],
    ['Início do incidente', 'Fim do incidente'],
    ['Start', 'End'],
    ['Started at', 'Resolved at'],
    ['開始', '終了'],
    ['Starttidspunkt', 'Sluttidspunkt'],
  ])('%s and %s', (start, end) => {
    const text = write([
      [start, '2025-03-14 09:33 UTC'],
      [end, '2025-03-14 16:07 UTC'],
    ])
    expect(windowOf(text)).toEqual(['2025-03-14T09:33Z', '2025-03-14T16:07Z'])
  })
  test('severity and status', () => {
    const { metadata, stage } = model(
      write([
        ['Severity', 'SEV2'],
        ['Status', 'Final'],
      ]),
    )
    expect([metadata.severity?.value.plain, metadata.status?.value.plain, stage]).toEqual(['SEV2', 'Final', 'final'])
  })
  test('a start that nobody knows', () => {
    const text = write([
      ['Start', 'unknown (first seen 2025-03-14 02:33 UTC)'],
      ['End', '2025-03-14 16:07 UTC'],
    ])
    expect(windowOf(text)).toEqual([null, '2025-03-14T16:07Z'])
  })
  test('a range of days', () => {
    expect(windowOf(write([['Date', '2026-05-17 21:15 UTC to 2026-05-20 20:50 UTC']]))).toEqual([
      '2026-05-17T21:15Z',
      '2026-05-20T20:50Z',
    ])
  })
  test('a range behind its length', () => {
    const text = write([
      ['Date', '2025-03-14'],
      ['Duration', '2h 5m (14:02–16:07)'],
    ])
    expect(windowOf(text)).toEqual(['2025-03-14T14:02', '2025-03-14T16:07'])
  })
})

test.each([
  ['Retro held', '2025-03-20'],
  ['Review date', '2025-03-20'],
  ['Postmortem meeting', '20 March 2025'],
  ['振り返り日', '2025年3月20日'],
  ['Nachbesprechung am', '2025-03-20'],
])('%s is the day of a review', (name, value) => {
  for (const [, write] of CONTAINERS) {
    expect(
      model(
        write([
          ['Date', '2025-03-14'],
          [name, value],
        ]),
      ).reviews.map(({ date }) => date),
    ).toEqual(['2025-03-20'])
  }
})

test.each([
  ['Date/Time Detected', 'detected'],
  ['Time detected', 'detected'],
  ['First detected', 'detected'],
  ['Incident declared', 'declared'],
  ['Acknowledged at', 'acknowledged'],
  ['検知日時', 'detected'],
] as const)('%s: %s', (name, key) => {
  for (const [, write] of CONTAINERS) {
    expect(model(write([[name, '2025-03-14 09:40 UTC']])).metadata[key]?.value.plain).toBe('2025-03-14 09:40 UTC')
  }
})

test.each([
  ['unknown'],
  ['Unknown, before 2025-03-14 02:33'],
  ['not known (reported at 02:33)'],
  ['unclear - perhaps 2025-03-14 02:33'],
  ['TBD (around 2025-03-14 02:33?)'],
  ['不明（2025-03-14 02:33 に検知）'],
  ['ukjent (først sett 2025-03-14 02:33)'],
  ['unbekannt, bemerkt 2025-03-14 02:33'],
  ['inconnu (vu à 2025-03-14 02:33)'],
  ['desconocido (visto 2025-03-14 02:33)'],
  ['desconhecido (visto 2025-03-14 02:33)'],
])('an unknown start: %s', (value) => expect(windowOf(`# Mail down\n\n- **Start**: ${value}\n`)).toEqual([null, null]))

test('text below a heading that is no value', () => {
  const { metadata } = model(
    '# Mail down\n\n## Status\n\nWe wrote to all customers. They were told what had happened, and that the mail would come later.\n\n## Duration\n\n- one\n- two\n\n### Severity\n\n_No response_\n',
  )
  expect([metadata.status, metadata.duration, metadata.severity?.unfilled]).toEqual([undefined, undefined, true])
})

describe('the title', () => {
  const title = (text: string) => {
    const { title: found, starts } = model(text)
    const base = starts[found?.section ?? 0] ?? 0
    return found && [found.text.plain, text.slice(base + found.start, base + found.end)]
  }
  test.each([
    ['---\ntitle: Mail down\n---\n\n## Summary\n\nIt was.\n', ['Mail down', 'Mail down']],
    ['---\ntitle: "Mail down"\ndate: 2025-03-14\n---\n\n### Summary\n\nIt was.\n', ['Mail down', '"Mail down"']],
    [
      '---\ntitle: Mail down\n---\n\n# Mail was down for an hour\n\n## Summary\n',
      ['Mail was down for an hour', 'Mail was down for an hour'],
    ],
    ['---\ntitle: Mail down\n---\n\nIt was.\n', ['Mail down', 'Mail down']],
    ['## Mail down\n\n### Summary\n', ['Mail down', 'Mail down']],
  ])('%j', (text, expected) => expect(title(text)).toEqual(expected))
})

test.each([
  ['author: [Ana Ruiz]', 'Ana Ruiz'],
  ['authors: [Ana Ruiz, Bo Chen]', 'Ana Ruiz, Bo Chen'],
  ['author: Ana Ruiz', 'Ana Ruiz'],
])('a list in front matter: %s', (line, author) => {
  const { metadata, sections } = model(`---\n${line}\n---\n\n# Post-mortem: mail outage 2025-03-14\n`)
  expect(metadata.author?.value.plain).toBe(author)
  expect(sections.flatMap(({ fields }) => fields.map(({ brackets }) => brackets))).toEqual([null])
})
