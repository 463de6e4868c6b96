/** What helps while the incident goes on, in documents as New Post-Mortem begins them. */
import { describe, expect, test } from 'vitest'
import { insertTimelineEvent } from '../../../server/src/features/timeline/insert-event.ts'
import { applyEdits } from '../../kit/document.ts'
import { type TemplateFile, templateFiles } from '../../kit/templates.ts'
import { FOLDER, makeWorld } from '../../kit/world.ts'

const FILES: ReadonlyMap<string, TemplateFile> = new Map(templateFiles().map((file) => [file.id, file]))
const IDS = ['team-a', 'team-b', 'incident-review', 'phased', 'minimal', 'shop', 'clinic'].filter((id) => FILES.has(id))

/** A new post-mortem of an incident that began at 21:00 UTC, with a way to ask about its next versions. */
async function begun(id: string, now = '2026-03-10T21:47:00Z') {
  const { service } = makeWorld({ files: FILES.get(id)?.files ?? {}, now })
  const uri = `${FOLDER}/docs/labels.md`
  const answers = { folder: FOLDER, template: id, title: 'Labels twice', severity: null, author: 'Ana Ruiz' }
  const { text } = await service.newPostMortem({ ...answers, startedAt: '2026-03-10 21:00' })
  let version = 0
  const view = async (next: string) => {
    service.openDocument(uri, ++version, next)
    const read = await service.view(uri)
    if (!read) throw new Error('The document is not open.')
    return read
  }
  /** With an entry for now, and `<|>` where the cursor is put. */
  const insert = async (before: string, at = 0) => {
    const read = await view(before)
    const result = insertTimelineEvent(read, at)
    if ('refused' in result) return result.refused
    const { edit, offset } = result.description
    const edits = result.edits.map((change, index) =>
      index === edit
        ? { ...change, newText: `${change.newText.slice(0, offset)}<|>${change.newText.slice(offset)}` }
        : change,
    )
    return applyEdits(before, read.postMortem, edits)
  }
  const running = async (next: string) => service.status(await view(next)).text
  return { text, view, insert, running }
}

describe.each(IDS)('%s', (id) => {
  test('runs from the start that was given', async () => {
    const { text, running } = await begun(id)
    expect(await running(text)).toBe('Incident: running 47 min, not mitigated')
  })
  test('has no finding but hints, before and behind a new entry', async () => {
    const { text, view, insert } = await begun(id)
    const after = (await insert(text)).replace('<|>', 'The retry is off')
    for (const version of [text, after]) {
      const { findings } = await view(version)
      expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([])
    }
  })
})

/** The lines that differ, as they are afterwards. */
function changedLines(before: string, after: string): string[] {
  const old = before.split('\n')
  return after.split('\n').filter((line) => !old.includes(line))
}

test.runIf(FILES.has('team-a'))('a row for any event is used up, those that ask for a milestone stay', async () => {
  const { text, insert } = await begun('team-a')
  const one = await insert(text)
  expect(changedLines(text, one)).toEqual(['| 21:47 | +47 min | <|> |  |'])
  expect(one.match(/\[What happened\]/g)).toHaveLength(1)
  const two = await insert(one.replace('<|>', 'The retry is off'))
  expect(two.match(/\[What happened\]/g)).toBeNull()
  expect(two.split('\n')).toHaveLength(text.split('\n').length)
  const three = await insert(two.replace('<|>', 'Labels are right'))
  expect(three).toContain('[Resolution]')
  expect(three).toContain('[Incident closed]')
  expect(three.split('\n')).toHaveLength(text.split('\n').length + 1)
})
test('a row that asks for a milestone is no row for any event', async () => {
  const { text, insert } = await begun('incident-review')
  expect(changedLines(text, await insert(text))).toEqual(['| 21:47 | +47 min | <|> |  |'])
  expect(await insert(text)).toContain('| [HH:MM] | +X min | **Detected**')
})
test('an item of a list', async () => {
  const { text, insert } = await begun('minimal')
  const after = await insert(text)
  expect(changedLines(text, after)).toEqual(['- 21:47 <|>'])
  expect(after.split('\n')).toHaveLength(text.split('\n').length)
})
test.each(['team-b', 'phased', 'clinic'].filter((id) => FILES.has(id)))(
  '%s: the first phase without a time',
  async (id) => {
    const { text, insert } = await begun(id)
    const [line, ...more] = changedLines(text, await insert(text))
    expect(line).toMatch(/\*\*Time:?\*\*:? 21:47(?: UTC)?<\|>$/)
    expect(more).toEqual([])
    const from = text.indexOf('## ', text.indexOf('Timeline'))
    const at = (await insert(text)).indexOf('21:47')
    expect(text.slice(from, at).match(/^###? /gm)).toHaveLength(2)
  },
)

describe('offsets count from the start that the head states', () => {
  test('in a timeline that is empty', async () => {
    const { text, insert } = await begun('incident-review')
    const empty = text.replace('| 21:00 | 0 min', '| [HH:MM] | 0 min')
    expect(await insert(empty)).toContain('| 21:47 | +47 min | <|> |  |\n| [HH:MM] | 0 min |')
  })
  test('and go on so', async () => {
    const { text, view, insert } = await begun('incident-review')
    const row = /\| 21:00 \| 0 min[^\n]*/
    const later = text.replace(row, '| 21:07 | +7 min | **Detected**: seen | Ana Ruiz |')
    const after = await insert(later)
    expect(after).toContain('| 21:47 | +47 min | <|> |  |')
    const { findings } = await view(after.replace('<|>', 'off'))
    expect(findings.filter(({ rule }) => rule === 'timeline-offset')).toEqual([])
  })
  test('a wrong one is found, with the start', async () => {
    const { text, view } = await begun('incident-review')
    const rows = '| 21:07 | +7 min | seen | Ana |\n| 21:31 | +31 min | off | Ana |\n| 21:40 | +33 min | over | Ana |'
    const { findings } = await view(text.replace(/\| 21:00 \| 0 min[^\n]*/, rows))
    const found = findings.filter(({ rule }) => rule === 'timeline-offset')
    expect(found.map(({ message }) => message)).toEqual([
      'From 21:00 (the start) to 21:40 it is "+40 min", not "+33 min".',
    ])
  })
})

describe('how long it has been running', () => {
  const HEAD = '# Post-mortem: labels printed twice\n\n- **Severity**: SEV2\n- **Date**: 2026-03-10\n'
  const TIMELINE = '\n## Timeline (UTC)\n\n- 21:10 The queue grows\n'
  const runs = async (text: string) => {
    const { running } = await begun('minimal')
    return (await running(text))?.includes('running') === true ? await running(text) : null
  }
  const RUNNING = 'Incident: running 47 min, not mitigated'

  test.each([
    '21:00 UTC to [HH:MM]',
    '21:00 UTC to [HH:MM] ([X min])',
    '21:00 UTC – now',
    '21:00 UTC - ongoing',
    '21:00 UTC to now',
    '21:00 UTC until now',
    '21:00 UTC →',
    '21:00 UTC (ongoing)',
    'since 21:00 UTC',
    '2026-03-10 21:00 UTC to …',
    '21:00 UTC bis jetzt',
    '21:00 UTC bis heute',
    'seit 21:00 UTC',
    'depuis 21:00 UTC',
    '21:00 UTC à maintenant',
    '21:00 UTC a ahora',
    '21:00 UTC até agora',
    '21:00 UTC til nå',
    '21:00 UTC 〜 現在',
  ])('Duration: %s', async (duration) => {
    expect(await runs(`${HEAD}- **Duration**: ${duration}\n${TIMELINE}`)).toBe(RUNNING)
  })
  test.each([
    '21:00 UTC to 21:30 UTC',
    '21:00 UTC to 21:30 UTC (30 min)',
    '21:00 UTC to recovery of the last depot at 21:30',
  ])('not for Duration: %s', async (duration) => {
    expect(
      await runs(`${HEAD}- **Duration**: ${duration}\n${TIMELINE.replace('\n- 21:10 The queue grows', '')}`),
    ).toBeNull()
  })

  const rows = (...lines: string[]) => `${HEAD}\n## Timeline (UTC)\n\n${lines.map((line) => `- ${line}\n`).join('')}`
  test('from the first row, where nothing else says it', async () => {
    expect(await runs(rows('21:00 The queue grows', '21:10 Ana looks'))).toBe(RUNNING)
  })
  test.each([
    ['a day later', rows('21:00 The queue grows').replaceAll('2026-03-10', '2026-03-09')],
    ['marked as the detection', rows('21:00 **Detected**: the queue grows')],
    ['ended', rows('21:00 The queue grows', '21:30 **Resolved**: the retry is off')],
    ['final', rows('21:00 The queue grows').replace('SEV2', 'SEV2\n- **Status**: Final')],
  ])('not from a first row that is %s', async (_, text) => expect(await runs(text)).toBeNull())
  test('a row that says that it is over ends what the head begins', async () => {
    const text = `${HEAD}- **Duration**: 21:00 UTC to [HH:MM]\n\n## Timeline (UTC)\n\n- 21:30 **Resolved**: the retry is off\n`
    expect(await runs(text)).toBeNull()
  })
})
