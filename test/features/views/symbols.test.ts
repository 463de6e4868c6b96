import { describe, expect, test } from 'vitest'
import type { DocumentSymbol } from '../../../server/src/features/views/symbols.ts'
import { open, written } from '../../kit/document.ts'
import { fixture } from '../../kit/fixtures.ts'

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
