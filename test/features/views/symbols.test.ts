import { describe, expect, test } from 'vitest'
import type { DocumentSymbol } from '../../../server/src/features/views/symbols.ts'
import { type OpenOptions, open, written } from '../../kit/document.ts'
import { filledTemplate, filledTemplateIds } from '../../kit/filled-templates.ts'
import { fixture } from '../../kit/fixtures.ts'
import { templateFiles } from '../../kit/templates.ts'

async function symbols(text: string): Promise<DocumentSymbol[]> {
  const { service, view } = await open(text)
  return service.symbols(view)
}

/** The outline as indented lines. */
const shown = (all: readonly DocumentSymbol[], indent = ''): string[] =>
  all.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind}: ${name}${detail ? ` (${detail})` : ''}`,
    ...shown(children, `${indent}  `),
  ])

const flat = (all: readonly DocumentSymbol[]): DocumentSymbol[] =>
  all.flatMap((symbol) => [symbol, ...flat(symbol.children)])

test('sections, events and actions', async () => {
  const text = written(
    'minimal',
    [
      '## Timeline',
      '',
      '- 14:02 **Started**: the disk was full',
      '- [HH:MM] [What happened]',
      '',
      '## Action Items',
      '',
      '- [ ] ACT-1: Alert on *free* space',
      '  - **Owner**: Ana',
      '- [x] Grow the disk',
      '',
      '### Later',
      '',
      '- Buy more',
      '',
      '##',
      '',
    ].join('\n'),
  )
  expect(shown(await symbols(text))).toEqual([
    'section: Incident Post-Mortem: Disk full',
    '  section: Timeline',
    '    event: 14:02 Started: the disk was full (started)',
    '  section: Action Items',
    '    action: ACT-1 Alert on free space (open)',
    '    action: Grow the disk (done)',
    '    section: Later',
    '      action: Buy more (no status)',
    '  section: (untitled)',
  ])
})

describe('places', () => {
  test.each(['incident-review', 'phased', 'minimal', 'google-sre'])(
    'of %s: children lie in their parents, selections in their symbols',
    async (id) => {
      for (const text of [fixture(`filled/${id}.md`), fixture(`filled/${id}.md`).replaceAll('\n', '\r\n')]) {
        const all = await symbols(text)
        const within = (outer: { start: number; end: number }, inner: { start: number; end: number }) =>
          outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
        expect(within({ start: 0, end: text.length }, { start: all[0]?.start ?? -1, end: all.at(-1)?.end ?? -1 })).toBe(
          true,
        )
        for (const symbol of flat(all)) {
          expect(within(symbol, symbol.selection), symbol.name).toBe(true)
          for (const child of symbol.children) expect(within(symbol, child), child.name).toBe(true)
        }
      }
    },
  )
  test('the title is what is selected', async () => {
    const text = written('minimal', '## Timeline\n')
    const section = flat(await symbols(text)).find(({ name }) => name === 'Timeline')
    expect(text.slice(section?.selection.start, section?.selection.end)).toBe('Timeline')
  })
})

test('long names are cut, blank ones get a name', async () => {
  const [, , action] = flat(await symbols(written('minimal', `## Action Items\n\n- [ ] ${'word '.repeat(40)}\n`)))
  expect(action?.name).toHaveLength(80)
  expect(action?.name).toMatch(/…$/)
})

test('emoji are not cut in two', async () => {
  const [, , action] = flat(await symbols(written('minimal', `## Action Items\n\n- [ ] ${'🔥'.repeat(100)}\n`)))
  expect(action?.name).toBe(`${'🔥'.repeat(79)}…`)
})

test.each(['# Notes\n\n## Timeline\n', '', '- [ ] a\n'])(
  'ordinary Markdown keeps those of its editor: %j',
  async (text) => {
    expect(await symbols(text)).toEqual([])
  },
)

test('the rows of a long timeline are all below its heading', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => `| ${clockOf(index)} | Step ${index} |`)
  const { service, view } = await open(
    `# Post-mortem: disk full\n\n**Severity**: SEV2\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${rows.join('\n')}\n`,
  )
  const [title] = service.symbols(view)
  const timeline = title?.children.find(({ name }) => name === 'Timeline')
  expect(timeline?.children.map(({ name }) => name)).toEqual(rows.map((_, index) => `${clockOf(index)} Step ${index}`))
})

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

describe('in an editor that shows the headings itself', () => {
  const rows = async (text: string, options?: OpenOptions) => {
    const { service, view } = await open(text, options)
    return service.rowSymbols(view)
  }

  test('rows stand by what they are', async () => {
    const text = written(
      'minimal',
      [
        '- **Detected**: 2026-01-10 14:05 UTC',
        '- **Resolved**: 2026-01-10 15:05 UTC',
        '',
        '## Timeline',
        '',
        '- 14:02 **Started**: the disk was full',
        '- 14:05 **Detected**: an alert',
        '- [HH:MM] [What happened]',
        '',
        '## Action Items',
        '',
        '- [ ] ACT-1: Alert on *free* space',
        '- [x] Grow the disk',
        '',
        '### Later',
        '',
        '- Buy more',
        '',
      ].join('\n'),
    )
    expect(shown(await rows(text))).toEqual([
      'group: Timeline',
      '  event: 14:02 Started: the disk was full (started)',
      '  event: 14:05 Detected: an alert (detected)',
      'group: Milestones',
      '  milestone: Detected 2026-01-10 14:05 UTC (Detected)',
      '  milestone: Resolved 2026-01-10 15:05 UTC (Resolved)',
      '  milestone: Started 14:02 (Started: the disk was full)',
      '  milestone: Detected 14:05 (Detected: an alert)',
      'group: Action items (Action Items)',
      '  action: ACT-1 Alert on free space (open)',
      '  action: Grow the disk (done)',
      'group: Action items (Later)',
      '  action: Buy more (no status)',
    ])
  })

  test('phases are headings: only their milestones are told', async () => {
    const text = fixture('filled/phased.md')
    const names = flat(await rows(text)).map(({ name }) => name)
    expect(names).not.toContain('Timeline')
    expect(names).toContain('Milestones')
  })

  const filled = ['incident-review', 'phased', 'minimal', 'google-sre'].map((id) => [id, fixture(`filled/${id}.md`)])
  const empty = templateFiles().map(({ id, body }) => [`the template ${id}`, body])
  test.each([...filled, ...empty])('of %s: no heading is among them or within a group', async (_, text = '') => {
    for (const version of [text, text.replaceAll('\n', '\r\n')]) {
      const { view } = await open(version)
      const { sections, starts } = view.postMortem
      const titles = sections.flatMap(({ heading, index }) => (heading ? [(starts[index] ?? 0) + heading.start] : []))
      for (const symbol of flat(await rows(version))) {
        expect(symbol.start <= symbol.selection.start && symbol.selection.end <= symbol.end, symbol.name).toBe(true)
        expect(titles.filter((at) => symbol.start <= at && at < symbol.end, symbol.name)).toEqual([])
      }
    }
  })

  test.each(filledTemplateIds())('of %s filled in: the groups are there', async (id) => {
    const { text, file } = await filledTemplate(id)
    const outline = await rows(text, { files: file.files })
    const { view } = await open(text, { files: file.files })
    const byKind = (kind: DocumentSymbol['kind']) => flat(outline).filter((symbol) => symbol.kind === kind)
    const { actionItems, timeline } = view.postMortem
    expect(actionItems.length).toBeGreaterThan(1)
    expect(byKind('action')).toHaveLength(actionItems.length)
    expect(byKind('event')).toHaveLength(timeline.filter(({ form }) => form === 'row' || form === 'item').length)
    expect(byKind('milestone').length).toBeGreaterThan(1)
  })

  test('ordinary Markdown has none', async () => expect(await rows('# Notes\n\n- [ ] a\n')).toEqual([]))
})
