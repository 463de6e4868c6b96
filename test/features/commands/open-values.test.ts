/** What *Update Computed Values* fills in: all that the times and figures of a document give, in any template. */
import { describe, expect, test } from 'vitest'
import { applyEdits, open, written } from '../../kit/document.ts'
import { type TemplateFile, templateFiles } from '../../kit/templates.ts'

const NOW = '2026-03-10T21:47:00Z'
const FILES: ReadonlyMap<string, TemplateFile> = new Map(templateFiles().map((file) => [file.id, file]))

/** A post-mortem as the template begins it, with these texts in place of those, one after the other. */
function begun(id: string, changes: readonly (readonly [old: string, text: string])[]): string {
  const body = FILES.get(id)?.body.replace(/^# .*$/m, '# Post-mortem: labels printed twice') ?? ''
  let at = 0
  return changes.reduce((text, [old, value]) => {
    const found = text.indexOf(old, at)
    if (found < 0) throw new Error(`${id} has no "${old}" there.`)
    at = found + value.length
    return text.slice(0, found) + value + text.slice(found + old.length)
  }, `---\ntemplate: ${id}\n---\n\n${body}`)
}

async function values(text: string, id = '') {
  const opened = await open(text, { files: FILES.get(id)?.files ?? {}, now: NOW })
  const found = opened.service.computedValues(opened.view)
  const edits = found.map(({ edit }) => edit)
  return { ...opened, found, updated: applyEdits(text, opened.view.postMortem, edits) }
}

const filled = async (text: string, id = '') =>
  (await values(text, id)).found.map(({ name, from, to }) => `${name}: ${from} → ${to}`)

/** Rows and figures, as somebody fills them in; no length, no offset, no percentage. */
const CHANGES = {
  'incident-review': [
    ['[YYYY-MM-DD]', '2026-03-10'],
    ['[HH:MM] to [HH:MM] ([X min])', '21:00 UTC to [HH:MM] ([X min])'],
    ['| [HH:MM] | 0 min', '| 21:00 | 0 min'],
    ['| [HH:MM] | +X min', '| 21:07 | +X min'],
    ['| [HH:MM] | +X min', '| 21:10 | +X min'],
    ['| [HH:MM] | +X min', '| 21:31 | +X min'],
    ['| [HH:MM] | +X min', '| 21:45 | +X min'],
  ],
  phased: [
    ['[YYYY-MM-DD]', '2026-03-10'],
    ['[HH:MM] to [HH:MM]', '21:00 UTC to [HH:MM]'],
    ['[time zone]', 'UTC'],
    ['[HH:MM]', '21:07'],
    ['[HH:MM]', '21:10'],
    ['[HH:MM]', '21:20'],
    ['[HH:MM]', '21:31'],
    ['[HH:MM]', '21:45'],
    ['[Number]', '1,640'],
    ['[Number]', '82'],
  ],
  'team-a': [
    ['[Date of incident]', '2026-03-10'],
    ['[Start time]', '21:00 UTC'],
    ['[HH:MM]', '21:00'],
    ['[HH:MM]', '21:07'],
    ['[HH:MM]', '21:31'],
    ['[HH:MM] | [+X min] | [Resolution]', '21:45 | [+X min] | **Resolved**: the retry is off'],
  ],
  'team-b': [
    ['[Date]', '2026-03-10'],
    ['[Time]', '21:00 UTC'],
    ['[Time]', '21:10 UTC'],
    ['[Time]', '21:20 UTC'],
    ['[Time]', '21:31 UTC'],
    ['[Time]', '21:45 UTC'],
    ['[Number]', '40'],
    ['[Number]', '2'],
  ],
} as const satisfies Record<string, readonly (readonly [string, string])[]>

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'incident-review': [
    'Duration: [HH:MM] → 21:45',
    'Duration: [X min] → 45 min',
    'Offset at 21:07: +X min → +7 min',
    'Offset at 21:10: +X min → +10 min',
    'Offset at 21:31: +X min → +31 min',
    'Offset at 21:45: +X min → +45 min',
    'Duration of Impact: [X min] → 45 min',
  ],
  phased: [
    'Duration: [HH:MM] → 21:45',
    'Duration: [X min] → 45 min',
    '82 of 1,640: [%] → 5%',
    'Detection Time: [X min] → 7 min',
    'Response Time: [X min] → 3 min',
    'Resolution Time: [X min] → 45 min',
    'Total Duration: [X min] → 45 min',
  ],
  'team-a': [
    'Duration: [End time] → 21:45',
    'Duration: [Total duration] → 45m',
    'Offset at 21:00: [0 min] → 0 min',
    'Offset at 21:07: [+X min] → +7 min',
    'Offset at 21:31: [+X min] → +31 min',
    'Offset at 21:45: [+X min] → +45 min',
    'Duration of Impact: [How long customers were affected] → 45m',
  ],
  'team-b': [
    'Duration: [Duration] → 45m',
    '2 of 40: [%] → 5%',
    'Response Time: [Time] → 10m',
    'Resolution Time: [Time] → 45m',
    'Total Duration: [Time] → 45m',
  ],
}

const PRESENT = Object.entries(CHANGES).filter(([id]) => FILES.has(id))

describe.each(PRESENT)('%s', (id, changes) => {
  const text = begun(id, changes)

  test('all that is open and can be computed', async () => expect(await filled(text, id)).toEqual(EXPECTED[id]))
  test('once is enough, and no rule objects', async () => {
    const { updated, view } = await values(text, id)
    const after = await values(updated, id)
    expect(after.found).toEqual([])
    const rules = (all: typeof view.findings) => all.map(({ rule }) => rule).filter((rule) => rule !== 'placeholder')
    expect(rules(after.view.findings)).toEqual(rules(view.findings))
  })
  test('nothing while no time is known', async () => expect(await filled(begun(id, []), id)).toEqual([]))
})

test.each([
  ['in Norwegian', '- **Varighet**: 21:00 til [HH:MM] ([X min])', '- **Varighet**: 21:00 til 21:45 (45 min)'],
  ['in German', '- **Dauer**: 21:00 UTC bis [HH:MM] ([X Minuten])', '- **Dauer**: 21:00 UTC bis 21:45 (45 Minuten)'],
  ['in French', '- **Durée**: 21:00 à [HH:MM] ([X min])', '- **Durée**: 21:00 à 21:45 (45 min)'],
  ['in Japanese', '- **期間**: 21:00 〜 [HH:MM] ([X 分])', '- **期間**: 21:00 〜 21:45 (45 分)'],
  ['both ends', '- **Duration**: [HH:MM] to [HH:MM] ([Xh Ym])', '- **Duration**: 21:00 to 21:45 (45m)'],
  ['only the length', '- **Duration**: 21:00 to 21:45 ([X min])', '- **Duration**: 21:00 to 21:45 (45 min)'],
  ['a length alone', '- **Duration**: [X minutes]', '- **Duration**: 45 minutes'],
  ['nothing yet', '- **Duration**:', '- **Duration**: 45m'],
  ['to be decided', '- **Downtime**: TBD', '- **Downtime**: 45m'],
  ['what is said stays', '- **Duration**: about an hour', '- **Duration**: about an hour'],
  ['of an unknown start', '- **Duration**: unknown to [HH:MM]', '- **Duration**: unknown to [HH:MM]'],
])('a length in a document without a template, %s', async (_, before, after) => {
  const text = (line: string) =>
    `# Post-mortem: labels printed twice\n\n- **Date**: 2026-03-10\n${line}\n\n## Timeline (UTC)\n\n- 21:00 **Started**: twice\n- 21:45 **Resolved**: once\n`
  expect((await values(text(before))).updated).toBe(text(after))
})

describe('offsets', () => {
  const table = (head: string, ...rows: string[]) =>
    `# Post-mortem: labels printed twice\n\n- **Date**: 2026-03-10\n${head}\n## Timeline (UTC)\n\n| Time | Duration | What |\n| --- | --- | --- |\n${rows.join('\n')}\n`

  test.each([
    [
      'from the stated start',
      '- **Start**: 21:00\n',
      ['21:07 | [+X min] | a', '21:12 | [+X min] | b'],
      ['+7 min', '+12 min'],
    ],
    [
      'from the row before, as others',
      '',
      ['21:00 | 0 min | a', '21:10 | +10 min | b', '21:12 | +2 min | c', '21:20 | +X min | d'],
      ['+8 min'],
    ],
    [
      'in the notation of the others',
      '',
      ['21:00 | 0m | a', '21:10 | 10m | b', '21:20 | 20m | c', '22:25 | | d'],
      ['85m'],
    ],
    ['in that of its placeholder', '', ['21:00 | 0 min | a', '22:25 | +Xh Ym | b'], ['+1h 25m']],
    ['not where the row at 0 has no time', '', ['[HH:MM] | 0 min | a', '21:10 | +X min | b'], []],
    ['not of a row without a time', '', ['21:00 | 0 min | a', '[HH:MM] | +X min | b'], []],
    ['not in cells that others leave empty, too', '', ['21:00 | | a', '21:10 | | b'], []],
    ['not before the start', '- **Start**: 21:00\n', ['21:00 | 0 min | a', '20:50 | +X min | b'], []],
  ])('%s', async (_, head, rows, expected) => {
    const { found } = await values(table(head, ...rows.map((row) => `| ${row} |`)))
    expect(found.map(({ to }) => to)).toEqual(expected)
  })
  test('in a list', async () => {
    const text = written(
      'minimal',
      '- **Date**: 2026-03-10\n\n## Timeline\n\nAll times are in UTC.\n\n- 21:00 twice\n- 21:07 ([+X min]) seen\n',
    )
    expect((await values(text)).updated).toBe(text.replace('[+X min]', '+7 min'))
  })
})

test.each([
  ['82 of 1,640 users ([%])', '82 of 1,640 users (5%)'],
  ['82 of 1,640 users ([X%])', '82 of 1,640 users (5%)'],
  ['[X%] of users (83 of 1,640)', '5.1% of users (83 of 1,640)'],
  ['410 of 1,640 users ([%])', '410 of 1,640 users (25%)'],
  ['1,700 of 1,640 users ([%])', '1,700 of 1,640 users ([%])'],
  ['about 80 of 1,640 users ([%])', 'about 80 of 1,640 users ([%])'],
  ['1 of 1,000,000 users ([%])', '1 of 1,000,000 users ([%])'],
])('a share: %s', async (before, after) => {
  const text = (share: string) => `# Post-mortem: labels printed twice on 2026-03-10\n\n## Impact\n\nIt hit ${share}.\n`
  expect((await values(text(before))).updated).toBe(text(after))
})

test('a team that measures otherwise gets its own metrics', async () => {
  const text =
    '# Post-mortem: x\n\n- **Date**: 2026-03-10\n\n## Timeline (UTC)\n\n- 21:00 **Started**: a\n- 21:10 **Detected**: b\n- 21:12 **Acknowledged**: c\n\n## Metrics\n\n- **TTA**: [X min]\n'
  expect(await filled(text)).toEqual(['TTA: [X min] → 2 min'])
  const other = await open(text, { files: { '.postmortem.yml': 'metrics: rootly\n' } })
  expect(other.service.computedValues(other.view).map(({ to }) => to)).toEqual(['12 min'])
})

describe('a quick fix on the row', () => {
  const actionsAt = async (text: string, id: string) => {
    const { service, view, offset, text: plain } = await open(text, { files: FILES.get(id)?.files ?? {}, now: NOW })
    const all = service.codeActions(
      { ...view, templates: view.templates },
      offset,
      offset,
      (kind) => kind === 'quickfix',
    )
    return all.flatMap(({ title, effect }) =>
      title.startsWith('Fill in') && 'edits' in effect
        ? [[title, applyEdits(plain, view.postMortem, effect.edits())]]
        : [],
    )
  }

  test.each(PRESENT.filter(([id]) => id === 'team-a' || id === 'incident-review'))('%s', async (id, changes) => {
    const text = begun(id, changes)
    const row = text.split('\n').find((line) => line.startsWith('| 21:31')) ?? ''
    const open = /\[?\+X min\]?/.exec(row)?.[0] ?? ''
    for (const at of ['| 21:31', open, row.slice(-4)]) {
      const marked = text.replace(row, row.replace(at, `<|>${at}`))
      expect(await actionsAt(marked, id)).toEqual([
        ['Fill in +31 min', text.replace(row, row.replace(open, '+31 min'))],
      ])
    }
  })
  test('none where nothing can be computed', async () => {
    const text = begun('incident-review', []).replace('+X min | **Detected**', '<|>+X min | **Detected**')
    expect(await actionsAt(text, 'incident-review')).toEqual([])
  })
})
