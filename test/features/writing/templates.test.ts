/** Enter at every row and item of the templates that teams have: it adds one line, takes it back, and breaks nothing. */
import { describe, expect, test } from 'vitest'
import { placeholdersOf } from '../../../server/src/model/content/placeholders.ts'
import type { WritingLine } from '../../../server/src/protocol.ts'
import { open } from '../../kit/document.ts'
import { typist } from '../../kit/keys.ts'
import { templateFiles } from '../../kit/templates.ts'

const IDS = ['incident-review', 'phased', 'team-a', 'team-b']
const withoutBlankLines = (text: string) => text.replaceAll(/\n(?:[ \t]*\n)+/g, '\n')

/** The last line of each table and list, since the others are alike; every fifth, for the sake of time. */
function lastOnes(lines: readonly WritingLine[]): WritingLine[] {
  const last = lines.filter((line, index) => {
    const next = lines[index + 1]
    return !next || next.kind !== line.kind || next.line[0] > line.line[1] + 1
  })
  return last.filter((_, index) => index % 5 === 0)
}

describe.each(
  templateFiles()
    .filter(({ id }) => IDS.includes(id))
    .map((file) => [file.id, file] as const),
)('%s', (id, { body, files }) => {
  const copy = `---\ntemplate: ${id}\n---\n\n${body.replace(/^# .*Template$/m, '# Post-mortem: labels printed twice')}`
  const at = (offset: number) => `${copy.slice(0, offset)}<|>${copy.slice(offset)}`

  test('twice takes back what it began', async () => {
    const { service, view } = await open(copy, { files })
    const { lines } = service.writing(view)
    expect(lines.length).toBeGreaterThan(10)
    for (const { line } of lastOnes(lines)) {
      const session = await typist(at(line[1]), { files, isSlow: true })
      await session.press('Enter', 'Enter')
      expect(session.leftToEditor).toEqual([])
      expect(withoutBlankLines(session.text)).toBe(withoutBlankLines(copy))
    }
  })

  test('begins a line of its kind, and leaves all else as it is', async () => {
    const { service, view } = await open(copy, { files })
    const { lines, nexts } = service.writing(view)
    const left = placeholdersOf(view.postMortem).length
    for (const { kind, line, next } of lastOnes(lines)) {
      const session = await typist(at(line[1]), { files, isSlow: true })
      await session.press('Enter', { type: 'Zzz' })
      const after = (await open(session.text, { files })).view.postMortem
      const added = nexts[next]?.text.match(/\[[^[\]\n]{2,}\]|\b\w+(?:\/\w+){2,}/g)?.length ?? 0
      const filled = (nexts[next]?.select[1] ?? 0) > (nexts[next]?.select[0] ?? 0) ? 1 : 0
      expect(after.sections.length).toBe(view.postMortem.sections.length)
      expect(placeholdersOf(after).length, `${kind}: ${copy.slice(...line)}`).toBe(left + added - filled)
      const begun = service.writing((await open(session.text, { files })).view).lines
      expect(begun.length).toBeGreaterThan(lines.length)
      const text = session.text.split('\n').find((one) => one.includes('Zzz'))
      if (kind === 'row') expect(text).toMatch(/^\| .*Zzz.*\|$/)
      else expect(text).toMatch(/^\s*(?:[-*+]|\d+\.) (?:\[ \] )?(?:.*)?Zzz$/)
    }
  })
})
