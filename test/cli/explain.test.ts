/** `postmortem inspect --explain`: why a file is read as a post-mortem, or is not. */
import { expect, test } from 'vitest'
import { folderWith, run } from './kit.ts'

const REPORT = '# Post-mortem: mail outage\n\n**Severity**: SEV1\n\n## Timeline\n\n- 2026-01-12 09:00 alert\n'

const explained = async (files: Record<string, string>, ...args: string[]) =>
  run(folderWith(files), ['inspect', '--explain', ...args])

test('prints what counted, with its line, and the sum', async () => {
  const { out, code } = await explained({ 'a.md': REPORT }, 'a.md')
  expect(code).toBe(0)
  expect(out).toMatch(/^a\.md: This is read as a post-mortem\.\n/)
  expect(out).toMatch(/\n {2}\s*\+\d+ {2}name[\w-]*, line 1: /)
  expect(out).toMatch(/\n {2}\s*\d+ {2}in all; from \d+ on it is a post-mortem\.\n/)
  expect(out).toContain('`postmortem: false` in its front matter')
})
test('says what would make one of ordinary Markdown', async () => {
  const { out } = await explained({ 'a.md': '# Notes\n' }, 'a.md')
  expect(out).toMatch(/^a\.md: This is not read as a post-mortem\.\n/)
  expect(out).toContain('`postmortem: true` in its front matter')
})
test('says that somebody has said so', async () => {
  const { out } = await explained({ 'a.md': `---\npostmortem: false\n---\n${REPORT}` }, 'a.md')
  expect(out).toMatch(/-\d+ {2}declared-none, line 2: /)
  expect(out).toContain('take that out')
})
test('prints several files, and fails for one that is not there', async () => {
  const { out, err, code } = await explained({ 'a.md': REPORT, 'b.md': '# Notes\n' }, 'a.md', 'b.md', 'c.md')
  expect([out.includes('a.md: '), out.includes('\n\nb.md: '), err, code]).toEqual([
    true,
    true,
    'c.md: cannot be read: there is no such file or folder\n',
    2,
  ])
})
test('is text', async () => {
  const { err, code } = await explained({ 'a.md': REPORT }, '--format', 'json', 'a.md')
  expect([err.includes('--explain prints text'), code]).toEqual([true, 2])
})
