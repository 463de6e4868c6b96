/** A file is understood alike whether it is named itself or found in its folder, with a cache or without. */
import { describe, expect, test } from 'vitest'
import { findings, folderWith, run, write } from './kit.ts'

const report = (date: string, more = '') =>
  `# Post-mortem: mail outage\n\n- **Date**: ${date}\n\n## Timeline\n\n- 09:00 alert\n- 09:20 restart\n${more}`
const AMERICAN = {
  '.git/HEAD': '',
  'incidents/b.md': report('1/25/2026'),
  'incidents/c.md': report('1/26/2026'),
  'incidents/d.md': report('1/27/2026'),
}
const dateOf = async (folder: string, path: string) => {
  const { out } = await run(folder, ['inspect', '--format', 'json', path])
  return JSON.parse(out)[0].metadata.date
}

describe('inspect', () => {
  test('looks at the other files in the folder', async () => {
    const folder = folderWith({ ...AMERICAN, 'incidents/a.md': report('3/4/2026') })
    expect(await dateOf(folder, 'incidents/a.md')).toBe('2026-03-04')
  })
  test('looks at no other folder', async () => {
    const folder = folderWith({ ...AMERICAN, 'a.md': report('3/4/2026') })
    expect(await dateOf(folder, 'a.md')).not.toBe('2026-03-04')
  })
})

describe('a CODEOWNERS', () => {
  const due = '\n## Actions\n\n**Priya**\n\n- Document the schema\n'
  const ownerOf = async (folder: string, path: string) => {
    const { out } = await run(folder, ['inspect', '--format', 'json', path])
    return JSON.parse(out)[0].actionItems[0].owner
  }
  test('makes somebody known to inspect and lint, for a file and for its folder', async () => {
    const text = report('2026-01-20', due)
    const without = folderWith({ '.git/HEAD': '', 'incidents/a.md': text })
    const folder = folderWith({ '.git/HEAD': '', '.github/CODEOWNERS': '* @priya\n', 'incidents/a.md': text })
    expect([await ownerOf(without, 'incidents/a.md'), await ownerOf(folder, 'incidents/a.md')]).toEqual([null, 'Priya'])
    const rules = async (where: string, target: string) => (await findings(where, [target])).map(({ rule }) => rule)
    expect(await rules(folder, 'incidents')).toEqual(await rules(folder, 'incidents/a.md'))
  })
})

describe('lint', () => {
  const withDue = report(
    '3/4/2026',
    '\n## Action items\n\n| Action | Owner | Due |\n| --- | --- | --- |\n| Add a test | Ada | 1/2/2026 |\n',
  )
  const of = (found: Awaited<ReturnType<typeof findings>>) => found.filter(({ path }) => path.endsWith('a.md'))

  test('finds the same in a file and in its folder', async () => {
    const folder = folderWith({ ...AMERICAN, 'incidents/a.md': withDue })
    const alone = await findings(folder, ['incidents/a.md'])
    expect(of(await findings(folder, ['incidents']))).toEqual(alone)
    expect(of(await findings(folder, ['.']))).toEqual(alone)
    expect(alone.map(({ rule }) => rule)).toContain('action-due-before-incident')
  })
  test('finds no more than a hint by what the other files say', async () => {
    const levelOf = async (text: string) => {
      const folder = folderWith({ ...AMERICAN, 'incidents/a.md': text })
      const found = await findings(folder, ['incidents/a.md'])
      return found.find(({ rule }) => rule === 'action-due-before-incident')?.severity
    }
    expect(await levelOf(withDue)).toBe('hint')
    expect(await levelOf(withDue.replace('3/4/2026', '3/25/2026'))).toBe('warning')
  })
  test('finds something else when the other files say something else, with a cache too', async () => {
    const folder = folderWith({ ...AMERICAN, 'incidents/a.md': withDue })
    const cached = () => findings(folder, ['--cache', 'incidents/a.md'])
    const first = await cached()
    expect(await cached()).toEqual(first)
    for (const name of ['b', 'c', 'd']) write(folder, `incidents/${name}.md`, report('25/1/2026'))
    const second = await cached()
    expect(second).toEqual(await findings(folder, ['incidents/a.md']))
    for (const name of ['b', 'c', 'd']) write(folder, `incidents/${name}.md`, report('1/25/2026'))
    expect(await cached()).toEqual(first)
  })
})
