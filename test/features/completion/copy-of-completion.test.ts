/** What is offered behind `copyOf:`, which names the original of a copy. */
import { expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'

const report = (id: string) => written('incident-review', `- **Incident ID**: ${id}\n- **Date**: 2026-01-12\n`)
const FILES = {
  'b.md': report('INC-20260101-001'),
  'old/c.md': '# Post-mortem: mail outage 2025-03-14\n\n## Timeline\n\n- 09:10 queue grows\n- 09:40 restarted\n',
  'd.md': report('INC-20260101-003').replace('---\n', '---\ncopyOf: b.md\n'),
  'notes.md': '# Notes\n',
}

test.each([
  ['copyOf: ', 'INC-20260101-001'],
  ['copyOf:', ' INC-20260101-001'],
  ['copyOf: INC', 'INC-20260101-001'],
  ['copyOf: INC-20260101-001', 'INC-20260101-001'],
])('%s', async (line, first) => {
  const text = report('INC-20260112-001').replace('---\n', `---\n${line}\n`)
  const { service, view } = await open(text, { files: FILES, path: 'public/a.md', indexed: true })
  const items = await service.completions(view, text.indexOf(line) + line.length)
  expect(items.map(({ label }) => label)).toEqual(['INC-20260101-001', '../old/c.md'])
  expect(items[0]?.newText).toBe(first)
})
