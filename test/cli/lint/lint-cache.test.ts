/** `postmortem lint --cache`: the same is printed as without, and nothing is read that has not changed. */
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReaderSetup, ReadFiles, ReadJob } from '../../../server/src/workspace/index/reading-jobs.ts'
import { fixture } from '../../kit/fixtures.ts'
import { folderWith, LACKING, RIGHT, type RunOptions, read, run, WRONG, write } from '../kit.ts'

/** Names of the files that were read as Markdown, in the order of the runs. */
const seen: string[] = []

vi.mock(import('../../../server/src/cli/analysis.ts'), async (original) => {
  const analysis = await original()
  const readHere = (setup: ReaderSetup): ReadFiles => {
    const readFiles = analysis.readHere(setup)
    return ((job: ReadJob) => {
      if (job.kind !== 'configuration') seen.push(...job.files.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)))
      return readFiles(job as never)
    }) as ReadFiles
  }
  return { ...analysis, readHere }
})

beforeEach(() => {
  seen.length = 0
})

const CACHE = '.postmortemcache'
const REVIEW = fixture('filled/incident-review.md')
const OVERDUE = RIGHT.replace('- [x] Give each', '- [ ] Give each')
const COMMON = { 'a.md': WRONG, 'b.md': REVIEW, 'c/d.md': LACKING, 'notes.md': '# Notes\n' }

const cached = (folder: string, args: readonly string[] = ['.'], options: RunOptions = {}) =>
  run(folder, ['lint', '--cache', ...args], options)

/** Names of the files that a run with the cache reads, whose result must be that of a run without. */
async function readBy(folder: string, args: readonly string[] = ['.'], options: RunOptions = {}): Promise<string[]> {
  seen.length = 0
  const ran = await cached(folder, args, options)
  const files = [...new Set(seen)].sort()
  expect(ran).toEqual(await run(folder, ['lint', ...args], options))
  return files
}

describe('--cache', () => {
  it.each([['text'], ['json']])('prints the same %s as without, and reads nothing the second time', async (format) => {
    const folder = folderWith({ ...COMMON, '.postmortem.yml': 'rules: { invalid-enum-value: warnin }\n' })
    const args = ['--format', format, '.', 'notes.md', '.postmortem.yml']
    expect(await readBy(folder, args)).toEqual(['.postmortem.yml', 'a.md', 'b.md', 'd.md', 'notes.md'])
    expect(await readBy(folder, args)).toEqual([])
  })

  it('does not write when nothing has changed', async () => {
    const folder = folderWith(COMMON)
    await cached(folder)
    const { ino, mtimeMs } = statSync(join(folder, CACHE))
    await cached(folder)
    expect(statSync(join(folder, CACHE))).toMatchObject({ ino, mtimeMs })
  })

  it('reads what has another text, and nothing for another time', async () => {
    const folder = folderWith(COMMON)
    await cached(folder)
    utimesSync(join(folder, 'b.md'), 1, 1)
    write(folder, 'a.md', WRONG.replace('SEV9', 'SEV8'))
    expect(await readBy(folder)).toEqual(['a.md'])
    expect(await readBy(folder)).toEqual([])
  })

  it('reads all that a changed, new or deleted configuration holds for', async () => {
    const folder = folderWith(COMMON)
    await cached(folder)
    write(folder, 'c/.postmortem.yml', 'rules: { missing-field: error }')
    expect(await readBy(folder)).toEqual(['.postmortem.yml', 'd.md'])
    expect(await readBy(folder)).toEqual([])
    write(folder, 'c/.postmortem.yml', 'extends: ../base.yml')
    expect(await readBy(folder)).toEqual(['.postmortem.yml', 'd.md'])
    write(folder, 'base.yml', 'rules: { missing-field: off }')
    expect(await readBy(folder)).toEqual(['.postmortem.yml', 'd.md'])
    write(folder, 'base.yml', 'rules: { missing-field: info }')
    expect(await readBy(folder)).toEqual(['.postmortem.yml', 'd.md'])
    rmSync(join(folder, 'c/.postmortem.yml'))
    expect(await readBy(folder)).toEqual(['d.md'])
    write(folder, '.postmortem.yml', 'since: 2026-01-21')
    expect(await readBy(folder)).toEqual(['.postmortem.yml', 'a.md', 'b.md', 'd.md', 'notes.md'])
  })

  it('reads all that may have a template that has changed', async () => {
    const template = '# Outage\n\n## What Happened\n\n## Actions\n'
    const folder = folderWith({
      '.postmortem.yml': 'templates: [{ file: ours.md, match: "*.md" }]',
      'ours.md': template,
      'x.md': '# Outage of the mail\n\n## What Happened\n\nA full disk.\n',
    })
    await cached(folder)
    expect(await readBy(folder)).toEqual([])
    write(folder, 'ours.md', template.replace('## Actions', '## Next Steps'))
    expect(await readBy(folder)).toContain('x.md')
  })

  it('reads all with --config, or with another one', async () => {
    const folder = folderWith({ 'a.md': WRONG, 'one.yml': 'rules: { invalid-enum-value: hint }', 'two.yml': '' })
    await cached(folder)
    expect(await readBy(folder, ['--config', 'one.yml', '.'])).toEqual(['a.md', 'one.yml'])
    expect(await readBy(folder, ['--config', 'one.yml', '.'])).toEqual([])
    expect(await readBy(folder, ['--config', 'two.yml', '.'])).toEqual(['a.md', 'two.yml'])
  })

  it('reads all that people are known in by a CODEOWNERS that is new, changed or gone', async () => {
    const folder = folderWith(COMMON)
    const all = await readBy(folder)
    expect(await readBy(folder)).toEqual([])
    write(folder, 'CODEOWNERS', '* @team')
    expect(await readBy(folder)).toEqual(all)
    expect(await readBy(folder)).toEqual([])
    write(folder, 'CODEOWNERS', '* @others')
    expect(await readBy(folder)).toEqual(all)
    rmSync(join(folder, 'CODEOWNERS'))
    expect(await readBy(folder)).toEqual(all)
    write(folder, 'deep/CODEOWNERS', '* @team')
    expect(await readBy(folder)).toEqual([])
  })

  it('compares again, without reading, what another document says something else of', async () => {
    const folder = folderWith({ 'a.md': REVIEW, 'b.md': REVIEW.replaceAll('INC-20260211-001', 'INC-20260211-002') })
    await cached(folder)
    write(folder, 'b.md', REVIEW)
    expect(await readBy(folder)).toEqual(['b.md'])
    expect((await cached(folder)).out).toContain('duplicate-incident-id')
    expect(await readBy(folder)).toEqual([])
    rmSync(join(folder, 'b.md'))
    expect(await readBy(folder)).toEqual([])
  })

  it('knows the files that are not checked themselves', async () => {
    const folder = folderWith({ 'new/a.md': REVIEW, 'old/b.md': REVIEW, 'old/notes.md': '# Notes\n' })
    expect(await readBy(folder, ['new'])).toEqual(['a.md', 'b.md', 'notes.md'])
    expect(await readBy(folder, ['new'])).toEqual([])
    write(folder, 'old/b.md', REVIEW.replaceAll('INC-20260211-001', 'INC-20260211-002'))
    expect(await readBy(folder, ['new'])).toEqual(['b.md'])
  })

  it('reads at midnight what has actions that are due, and what is in the future at any time', async () => {
    const due = OVERDUE.replace('2026-01-23', '2026-03-02')
    const folder = folderWith({ 'due.md': due, 'late.md': OVERDUE, 'done.md': RIGHT })
    const at = (now: string) => readBy(folder, ['.'], { now: `${now}Z` })
    expect(await at('2026-03-01T12:00')).toEqual(['done.md', 'due.md', 'late.md'])
    expect(await at('2026-03-01T23:59')).toEqual([])
    expect(await at('2026-03-02T00:00')).toEqual(['due.md'])
    expect(await at('2026-03-03T00:00')).toEqual(['due.md'])
    expect(await at('2027-03-03T00:00')).toEqual([])
    expect(await at('2026-01-18T12:00')).toEqual(['done.md', 'due.md', 'late.md'])
    expect(await at('2026-01-18T12:01')).toEqual(['done.md', 'due.md', 'late.md'])
  })

  it('reads what can be mended when it is to be mended', async () => {
    const folder = folderWith({ 'a.md': WRONG, 'b.md': LACKING })
    await cached(folder)
    seen.length = 0
    expect(await cached(folder, ['--fix', '.'])).toMatchObject({ err: 'b.md: fixed missing-field\n' })
    expect(seen).toEqual(['b.md'])
    expect(read(folder, 'b.md')).toContain('**Author**')
    expect(await readBy(folder)).toEqual(['b.md'])
  })

  it('works with a baseline', async () => {
    const folder = folderWith(COMMON)
    await run(folder, ['lint', '--baseline', 'old.json', '--update-baseline', 'c'])
    await cached(folder, ['--baseline', 'old.json', '.'])
    expect(await readBy(folder, ['--baseline', 'old.json', '.'])).toEqual([])
  })

  it('is right when two runs are made at the same time', async () => {
    const folder = folderWith(COMMON)
    const [one, two] = await Promise.all([cached(folder), cached(folder)])
    expect(one).toEqual(two)
    expect(await readBy(folder)).toEqual([])
  })
})

describe('the file of the cache', () => {
  const names = (folder: string) =>
    read(folder, CACHE)
      .split('\n')
      .slice(2)
      .map((line) => JSON.parse(line))
      .map(({ uri, folder: of }) => String(uri ?? of).replace(/^.*\//, ''))
      .sort()

  it('is in node_modules where there is one', async () => {
    const folder = folderWith({ 'a.md': WRONG, 'node_modules/.keep': '' })
    await cached(folder)
    expect(existsSync(join(folder, 'node_modules/.cache/postmortem', CACHE))).toBe(true)
    expect(existsSync(join(folder, CACHE))).toBe(false)
  })

  it.each([
    ['of/a.name', 'of/a.name'],
    ['there', `there/${CACHE}`],
    ['new/', `new/${CACHE}`],
  ])('with --cache-location %s is %s', async (location, path) => {
    const folder = folderWith({ 'a.md': WRONG, 'there/.keep': '' })
    await cached(folder, ['--cache-location', location, '.'])
    expect(existsSync(join(folder, path))).toBe(true)
    seen.length = 0
    expect(await cached(folder, ['--cache-location', location, '.'])).toMatchObject({ code: 1, err: '' })
    expect(seen).toEqual([])
  })

  it('loses what belongs to files that are gone, and keeps that of files that were not looked at', async () => {
    const folder = folderWith(COMMON)
    await cached(folder)
    rmSync(join(folder, 'c'), { recursive: true })
    await cached(folder, ['a.md'])
    expect(names(folder)).toEqual(['a.md', 'b.md', 'notes.md', expect.stringContaining('postmortem-')])
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -100)],
    ['changed', (text: string) => text.replace('SEV9', 'SEV7')],
    ['empty', () => ''],
    ['of another version', (text: string) => text.replace(/^\S+ \S+/, 'postmortem-lint-cache 2')],
  ])('is not used and replaced when it is %s', async (_, damage) => {
    const folder = folderWith(COMMON)
    await cached(folder)
    writeFileSync(join(folder, CACHE), damage(read(folder, CACHE)))
    expect(await readBy(folder)).toEqual(['a.md', 'b.md', 'd.md', 'notes.md'])
    expect(await readBy(folder)).toEqual([])
  })

  it('is nothing to another build of the tool', async () => {
    const folder = folderWith({ 'a.md': WRONG })
    await cached(folder)
    expect(await readBy(folder, ['.'], { build: 'other' })).toEqual(['a.md'])
  })

  it('is not made of a file that is something else', async () => {
    const folder = folderWith({ 'a.md': WRONG, 'package.json': '{}' })
    const { code, err } = await cached(folder, ['--cache-location', 'package.json', 'a.md'])
    expect(err).toBe('package.json: the cache is not written: it is something else\n')
    expect(code).toBe(1)
    expect(read(folder, 'package.json')).toBe('{}')
  })

  it('is only mentioned where it cannot be written', async () => {
    const folder = folderWith({ 'a.md': WRONG, file: '' })
    const { code, out, err } = await cached(folder, ['--cache-location', 'file/cache', 'a.md'])
    expect(err).toBe('file/cache: the cache is not written: a file is in the way\n')
    expect({ code, out, err: '' }).toEqual(await run(folder, ['lint', 'a.md']))
  })

  it('holds no text of a document but what is printed of it', async () => {
    const folder = folderWith({ 'a.md': WRONG })
    await cached(folder)
    const text = readFileSync(join(folder, CACHE), 'utf8')
    expect(text).toContain('SEV9')
    expect(text).not.toContain('doubled')
  })
})
