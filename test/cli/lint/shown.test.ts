/** What `postmortem lint` shows, and what lets it fail: `--level`, `--quiet`, `--max-warnings`, `--fail-on`. */
import { describe, expect, it, test } from 'vitest'
import { folderWith, RIGHT, run, WRONG } from '../kit.ts'

/** One warning. */
const WARNED = RIGHT.replace('(75 min)', '(95 min)')
const FILES = { 'error.md': WRONG, 'warning.md': WARNED }

/** A draft with one of six sections to be written, for which there is a hint. */
const DRAFT = {
  'draft.md': RIGHT.replace('Final', 'Draft').replace(/(?<=## Impact\n\n).*/, '[Who noticed]'),
}

async function lint(files: Readonly<Record<string, string>>, ...args: string[]) {
  return run(folderWith(files), ['lint', ...args, '.'])
}

const levelsIn = (out: string) =>
  [...out.matchAll(/:\d+:\d+ {2}(error|warning|info|note|hint)\b/g)].map(([, level]) => level)

describe('a draft', () => {
  it('is a line that says how far it is, and its hints are one more', async () => {
    const { out, code } = await lint(DRAFT, 'draft.md')
    expect(out).toBe(
      [
        'draft.md  draft, 5 of 6 sections written',
        '',
        'No errors, warnings or notes in 1 post-mortem.',
        '1 hint in 1 draft: --level hint shows them.',
        '',
      ].join('\n'),
    )
    expect(code).toBe(0)
  })

  it('shows its hints when asked to, and always in JSON', async () => {
    const { out } = await lint(DRAFT, '--level', 'hint')
    expect(levelsIn(out)).toEqual(['hint'])
    expect(out).not.toContain('--level hint')
    expect(JSON.parse((await lint(DRAFT, '--format', 'json')).out)).toMatchObject([{ severity: 'hint' }])
    expect(JSON.parse((await lint(DRAFT, '--format', 'gitlab')).out)).toEqual([])
  })

  it('shows hints that fail', async () => {
    const { out, code } = await lint(DRAFT, '--fail-on', 'hint')
    expect([levelsIn(out), code]).toEqual([['hint'], 1])
  })
})

test.each([
  [[], ['error', 'warning'], 1],
  [['--level', 'error'], ['error'], 1],
  [['--quiet'], ['error', 'warning'], 1],
  [['--quiet', '--fail-on', 'error'], ['error'], 1],
  [['--max-warnings', '1'], ['error', 'warning'], 1],
])('an error and a warning with %j', async (args, shown, code) => {
  const ran = await lint(FILES, ...args)
  expect([levelsIn(ran.out), ran.code]).toEqual([shown, code])
})

test.each([
  [[], 1],
  [['--fail-on', 'error'], 0],
  // What is not shown counts all the same.
  [['--level', 'error'], 1],
  [['--level', 'error', '--fail-on', 'error'], 0],
  [['--max-warnings', '1'], 0],
  [['--max-warnings', '0'], 1],
  [['--max-warnings', '1', '--fail-on', 'error'], 0],
])('a warning with %j ends with %i', async (args, code) => {
  expect((await lint({ 'warning.md': WARNED }, ...args)).code).toBe(code)
})

it('counts what it does not show', async () => {
  const { out } = await lint(FILES, '--level', 'error')
  expect(out).toMatch(
    /1 error in 1 of 2 post-mortems\.\n1 finding below error in 1 post-mortem: --level shows more\.\n$/,
  )
})

it('prints nothing at all when it is quiet and nothing fails', async () => {
  expect(await lint({ ...DRAFT, 'right.md': RIGHT }, '--quiet')).toEqual({ code: 0, out: '', err: '' })
})

it('says how many findings a file has that has many', async () => {
  const many = `${WRONG}${'\n## Duration\n\n16:05 to 17:40 (75 min)\n'.repeat(12)}`
  const { out } = await lint({ 'a.md': many })
  expect(out).toMatch(/\na\.md {2}1 error, 12 warnings\n/)
  expect((await lint({ 'a.md': WRONG })).out).not.toMatch(/^a\.md {2}/m)
})

test.each([
  [['--max-warnings', 'few'], '--max-warnings is a number, not "few"'],
  [['--max-warnings', '3', '--fail-on', 'warning'], 'lint: with --fail-on warning each warning fails'],
  [['--quiet', '--level', 'hint'], 'lint: either --quiet, which shows what fails, or --level'],
  [['--level', 'note'], '--level is error, warning, info or hint, not "note"'],
  [['--output-file', 'a.sarif'], '--output-file is FORMAT=PATH, not "a.sarif"'],
  [['--output-file', 'sarif='], '--output-file is FORMAT=PATH, not "sarif="'],
  [['--output-file', 'html=a'], '--output-file is text, json, sarif, github, gitlab, junit or checkstyle, not "html"'],
])('%j is wrong usage', async (args, why) => {
  const { code, out, err } = await lint(FILES, ...args)
  expect(err).toContain(`postmortem: ${why}`)
  expect([code, out]).toEqual([2, ''])
})
