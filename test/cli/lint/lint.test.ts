/** What `postmortem lint` finds, says and returns, over folders on disk. */
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../kit/fixtures.ts'
import { findings, folderWith, found, LACKING, RIGHT, run, WRONG, write } from '../kit.ts'

const REVIEW = fixture('filled/incident-review.md')
const OVERDUE = RIGHT.replace('- [x] Give each', '- [ ] Give each')

describe('text', () => {
  it('has a place, a level, a message, the rule and the line, and ends with what there was', async () => {
    const folder = folderWith({ 'a/wrong.md': WRONG, 'right.md': RIGHT })
    const { code, out, err } = await run(folder, ['lint', '.'])
    expect(out).toBe(
      [
        'a/wrong.md:8:17  error  "SEV9" is no severity of this template: use SEV0, SEV1, SEV2, SEV3 or SEV4.  invalid-enum-value',
        '  8 | - **Severity**: SEV9',
        '    |                 ^^^^',
        '',
        '1 error in 1 of 2 post-mortems.',
        '',
      ].join('\n'),
    )
    expect(err).toBe('')
    expect(code).toBe(1)
  })

  it('names the other places that a finding is about', async () => {
    const folder = folderWith({ 'a.md': RIGHT.replace('(75 min)', '(95 min)') })
    const { out } = await run(folder, ['lint', 'a.md'])
    expect(out).toMatch(/^a\.md:9:33 {2}warning {2}.*duration-mismatch\n.*\n.*\n {2}a\.md:9:\d+ {2}\S/)
  })

  it('says when there is nothing to find', async () => {
    const folder = folderWith({ 'a.md': RIGHT, 'b.md': REVIEW, 'c.md': '# Notes\n' })
    expect(await run(folder, ['lint', '.'])).toEqual({ code: 0, out: 'No findings in 2 post-mortems.\n', err: '' })
    const empty = folderWith({ 'c.md': '# Notes\n' })
    expect(await run(empty, ['lint', '.'])).toEqual({ code: 0, out: 'No post-mortems.\n', err: '' })
  })

  it('is coloured only where that is wanted, and never by the document', async () => {
    const folder = folderWith({ 'a.md': WRONG.replace('SEV9', 'SEV\u001B[31m9') })
    expect((await run(folder, ['lint', '.'])).out).not.toContain('\u001B')
    const { out } = await run(folder, ['lint', '.'], { colours: true })
    expect(out).toContain('\u001B[31merror\u001B[39m')
    expect(out).toContain('SEV\\x1b[31m9')
  })
})

describe('JSON', () => {
  it('has every finding with its place from 1', async () => {
    const folder = folderWith({ 'a.md': WRONG })
    expect(await findings(folder, ['a.md'])).toEqual([
      {
        path: 'a.md',
        line: 8,
        column: 17,
        endLine: 8,
        endColumn: 21,
        rule: 'invalid-enum-value',
        severity: 'error',
        message: expect.stringContaining('SEV9'),
        fixable: false,
        related: [],
      },
    ])
  })

  it('is an empty array when nothing is found, whatever else is said', async () => {
    const { code, out, err } = await run(folderWith({ 'a.md': '# Notes\n' }), ['lint', '--format', 'json', 'a.md'])
    expect([code, out, err]).toEqual([0, '[]\n', 'a.md: not a post-mortem\n'])
  })

  it('counts lines and columns as an editor does: with CRLF, and without a byte-order mark', async () => {
    const folder = folderWith({ 'a.md': `\uFEFF${WRONG.replaceAll('\n', '\r\n')}`, 'b.md': WRONG })
    const [a, b] = await findings(folder, ['.'])
    expect({ ...a, path: 'b.md' }).toEqual(b)
  })

  it('has paths relative to the current folder', async () => {
    const folder = folderWith({ 'docs/a.md': WRONG, 'other/.keep': '' })
    expect(await found(join(folder, 'other'), ['../docs'])).toEqual(['../docs/a.md:8 invalid-enum-value error'])
  })
})

describe('what is checked', () => {
  it('is each file once, in the order of the arguments and then of their names', async () => {
    const folder = folderWith({ 'b/2.md': WRONG, 'b/10.markdown': WRONG, 'a.md': WRONG, 'b/note.txt': WRONG })
    const list = await findings(folder, ['b', 'a.md', '.'])
    expect(list.map(({ path }) => path)).toEqual(['b/10.markdown', 'b/2.md', 'a.md'])
  })

  it('is a file that is named, whatever its name', async () => {
    expect(await found(folderWith({ 'note.txt': WRONG }), ['note.txt'])).toHaveLength(1)
  })

  it('is not ordinary Markdown, which is spoken of only when it is named', async () => {
    const folder = folderWith({ 'README.md': '# Read me\n\n- **Severity**: SEV9\n' })
    expect(await run(folder, ['lint', 'README.md'])).toMatchObject({ code: 0, err: 'README.md: not a post-mortem\n' })
    expect(await run(folder, ['lint', '.'])).toMatchObject({ code: 0, err: '' })
  })

  it('is not a folder that starts with a dot, nor node_modules', async () => {
    const folder = folderWith({ '.hidden/a.md': WRONG, 'node_modules/x/a.md': WRONG, 'a.md': WRONG })
    expect(await found(folder, ['.'])).toEqual(['a.md:8 invalid-enum-value error'])
  })

  it('goes on after what cannot be read, and ends with 2', async () => {
    const folder = folderWith({ 'a.md': WRONG })
    symlinkSync('nowhere.md', join(folder, 'b.md'))
    const { code, out, err } = await run(folder, ['lint', 'gone.md', 'a.md/x.md', 'b.md', 'a.md'])
    expect(err.split('\n')).toEqual([
      'gone.md: cannot be read: there is no such file or folder',
      'a.md/x.md: cannot be read: there is no such file or folder',
      'b.md: cannot be read: there is no such file or folder',
      '',
    ])
    expect(out).toContain('1 error in 1 of 1 post-mortem.')
    expect(code).toBe(2)
  })

  it('passes over links in a folder, also those in a circle', async () => {
    const folder = folderWith({ 'docs/a.md': WRONG })
    symlinkSync('..', join(folder, 'docs', 'round'), 'dir')
    symlinkSync('a.md', join(folder, 'docs', 'b.md'))
    expect(await found(folder, ['.'])).toEqual(['docs/a.md:8 invalid-enum-value error'])
    expect(await found(folder, ['docs/b.md'])).toEqual(['docs/b.md:8 invalid-enum-value error'])
  })

  it('may come on standard input, with or without a path', async () => {
    const folder = folderWith({ '.postmortem.yml': 'rules:\n  invalid-enum-value: hint\n' })
    const named = ['--stdin', '--stdin-path', 'new/a.md']
    expect(await found(folder, named, { stdin: WRONG })).toEqual(['new/a.md:8 invalid-enum-value hint'])
    expect(await found(folder, ['--stdin'], { stdin: WRONG })).toEqual(['<stdin>:8 invalid-enum-value hint'])
    expect(await run(folder, ['lint', '--stdin'], { stdin: '# Notes' })).toMatchObject({
      code: 0,
      err: '<stdin>: not a post-mortem\n',
    })
  })
})

describe('ignore files', () => {
  const paths = async (folder: string, args: string[]) => (await findings(folder, args)).map(({ path }) => path)

  it('count in every folder, the inner one first', async () => {
    const folder = folderWith({
      '.gitignore': 'drafts/\n*.old.md\n',
      'drafts/a.md': WRONG,
      'a.old.md': WRONG,
      'kept/.gitignore': '!b.old.md\n/c.md\n',
      'kept/b.old.md': WRONG,
      'kept/c.md': WRONG,
      'kept/inner/c.md': WRONG,
    })
    expect(await paths(folder, ['.'])).toEqual(['kept/b.old.md', 'kept/inner/c.md'])
  })

  it('count from the top of the repository, with its exclude file', async () => {
    const folder = folderWith({
      '.git/info/exclude': 'private.md\n',
      '.gitignore': 'docs/old\n',
      'docs/old/a.md': WRONG,
      'docs/private.md': WRONG,
      'docs/a.md': WRONG,
    })
    expect(await paths(folder, ['docs'])).toEqual(['docs/a.md'])
    expect(await paths(join(folder, 'docs'), ['.'])).toEqual(['a.md'])
  })

  it('do not count above the repository', async () => {
    const folder = folderWith({ '.gitignore': '*.md\n', 'repository/.git/HEAD': '', 'repository/a.md': WRONG })
    expect(await paths(folder, ['repository'])).toEqual(['repository/a.md'])
  })

  it('count in a work tree, whose .git is a file', async () => {
    const folder = folderWith({
      'main/.git/info/exclude': 'private.md\n',
      'main/.git/worktrees/tree/commondir': '../..\n',
      'tree/.git': 'gitdir: ../main/.git/worktrees/tree\n',
      'tree/private.md': WRONG,
      'tree/a.md': WRONG,
    })
    expect(await paths(folder, ['tree'])).toEqual(['tree/a.md'])
  })

  it('say so where they have more patterns than are tried', async () => {
    const patterns = Array.from({ length: 10_002 }, (_, i) => `*.t${i}\n`).join('')
    const folder = folderWith({ '.git/HEAD': '', '.gitignore': patterns, 'a.md': REVIEW })
    const { code, err } = await run(folder, ['lint', '.'])
    expect(code).toBe(2)
    expect(err).toMatch(/\.gitignore: .*over 10000 patterns with wildcards: the last 2 do not count/)
  })

  it('do not count for what is named: a file, or a folder that is ignored itself', async () => {
    const folder = folderWith({
      '.gitignore': 'build/\n',
      'build/.gitignore': 'b.md',
      'build/a.md': WRONG,
      'build/b.md': WRONG,
    })
    expect(await paths(folder, ['build/b.md'])).toEqual(['build/b.md'])
    expect(await paths(folder, ['build'])).toEqual(['build/a.md'])
  })
})

describe('the configuration', () => {
  it('is the nearest one of each file', async () => {
    const folder = folderWith({
      '.postmortem.yml': 'rules:\n  invalid-enum-value: warning\n',
      'a.md': WRONG,
      'team/.postmortem.yml': 'rules:\n  invalid-enum-value: hint\n',
      'team/b.md': WRONG,
    })
    expect(await found(folder, ['.'])).toEqual([
      'a.md:8 invalid-enum-value warning',
      'team/b.md:8 invalid-enum-value hint',
    ])
  })

  it('may stand above the current folder, up to the top of the repository', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.postmortem.yml': 'rules: { invalid-enum-value: hint }',
      'docs/a.md': WRONG,
    })
    expect(await found(join(folder, 'docs'), ['a.md'])).toEqual(['a.md:8 invalid-enum-value hint'])
  })

  it('ends a run with 2 when it has mistakes, which are findings of its file', async () => {
    const folder = folderWith({ 'docs/.postmortem.yml': 'rules:\n  invalid-enum-valu: off\n', 'docs/a.md': RIGHT })
    const { code, out } = await run(folder, ['lint', 'docs/a.md'])
    expect(out).toMatch(
      /^docs\/\.postmortem\.yml:2:3 {2}error {2}.*"invalid-enum-value".* {2}invalid-config\n {2}2 \| {3}invalid/,
    )
    expect(out).toContain('1 error in 1 of 1 post-mortem.')
    expect(code).toBe(2)
  })

  it('ends a run with 2 when it is no YAML, and the files are checked all the same', async () => {
    const folder = folderWith({ '.postmortem.yml': 'rules: [\n', 'a.md': WRONG })
    const list = await findings(folder, ['.'])
    expect(new Set(list.map(({ rule }) => rule))).toEqual(new Set(['invalid-config', 'invalid-enum-value']))
    expect((await run(folder, ['lint', '.'])).code).toBe(2)
  })

  it('can be checked by itself', async () => {
    const folder = folderWith({ '.postmortem.yml': 'rule:\n  placeholder: off\n' })
    expect(await run(folder, ['lint', '.postmortem.yml'])).toMatchObject({ code: 2 })
    write(folder, '.postmortem.yml', 'rules:\n  placeholder: off\n')
    expect(await run(folder, ['lint', '.postmortem.yml'])).toMatchObject({ code: 0, err: '' })
  })

  it('can be one file for all, of any name', async () => {
    const folder = folderWith({
      'ci/strict.yml': 'exclude: "*.md"\nrules:\n  invalid-enum-value: info\n',
      'team/.postmortem.yml': 'rules:\n  invalid-enum-value: hint\n',
      'team/a.md': WRONG,
    })
    const args = ['--config', 'ci/strict.yml', 'team']
    expect(await found(folder, args)).toEqual(['team/a.md:8 invalid-enum-value info'])
    write(folder, 'ci/strict.yml', 'rules:\n  invalid-enum-valu: info\n')
    expect(await found(folder, args)).toEqual([
      'ci/strict.yml:2 invalid-config error',
      'team/a.md:8 invalid-enum-value error',
    ])
    expect(await run(folder, ['lint', '--config', 'gone.yml', '.'])).toEqual({
      code: 2,
      out: '',
      err: 'gone.yml: cannot be read: there is no such file or folder\n',
    })
  })

  it('says from when on incidents are checked', async () => {
    const folder = folderWith({ '.postmortem.yml': 'since: 2026-01-21\n', 'a.md': WRONG })
    expect(await run(folder, ['lint', '.'])).toMatchObject({ code: 0 })
    write(folder, '.postmortem.yml', 'since: 2026-01-20\n')
    expect(await run(folder, ['lint', '.'])).toMatchObject({ code: 1 })
  })
})

describe('the exit code', () => {
  const WARNING = RIGHT.replace('(75 min)', '(95 min)')

  it.each([
    ['error', 0],
    ['warning', 1],
    ['info', 1],
    ['hint', 1],
  ])('with a warning, --fail-on %s, is %i', async (level, code) => {
    const folder = folderWith({ 'a.md': WARNING })
    expect(await run(folder, ['lint', '--fail-on', level, '.'])).toMatchObject({ code })
  })

  it('asks for the zone once in a folder, whatever is named', async () => {
    const rows = '## Timeline\n\n- 09:10 **Started**: down\n- 09:20 found\n- 09:40 **Resolved**: up\n'
    const report = (day: string) => `# Post-mortem: mail outage\n\n- **Date**: 2025-03-${day}\n\n${rows}`
    const folder = folderWith({
      'a.md': report('04'),
      'b.md': report('05'),
      'c/d.md': report('06'),
      'c/e.md': report('07'),
    })
    const all = ['a.md:5 missing-time-zone hint', 'c/d.md:5 missing-time-zone hint']
    expect(await found(folder, ['.'])).toEqual(all)
    expect(await found(folder, ['b.md'])).toEqual([])
    expect(await found(folder, ['a.md'])).toEqual(all.slice(0, 1))
  })

  it('is 0 with hints, unless they are to fail', async () => {
    const folder = folderWith({ '.postmortem.yml': 'rules: { invalid-enum-value: hint }', 'a.md': WRONG })
    expect(await run(folder, ['lint', '.'])).toMatchObject({ code: 0 })
    expect(await run(folder, ['lint', '--fail-on=hint', '.'])).toMatchObject({ code: 1 })
  })

  it('does not depend on the day, unless that is asked for', async () => {
    const folder = folderWith({ 'a.md': OVERDUE })
    expect(await found(folder, ['.'])).toEqual(['a.md:50 action-overdue info'])
    expect(await run(folder, ['lint', '--fail-on=info', '.'])).toMatchObject({ code: 0 })
    expect(await run(folder, ['lint', '--fail-on=info', '--today', '.'])).toMatchObject({ code: 1 })
    const before = { now: '2026-01-20T12:00:00Z' }
    expect(await run(folder, ['lint', '--today', '.'], before)).toMatchObject({ code: 0 })
    const tooEarly = { now: '2026-01-10T12:00:00Z' }
    expect(await found(folder, ['.'], tooEarly)).toEqual(['a.md:7 future-date warning'])
    expect(await run(folder, ['lint', '.'], tooEarly)).toMatchObject({ code: 0 })
    expect(await run(folder, ['lint', '--today', '.'], tooEarly)).toMatchObject({ code: 1 })
  })
})

describe('rules that compare documents', () => {
  it('know the given files and those of the workspace, and say where the other one stands', async () => {
    const folder = folderWith({ 'new/a.md': REVIEW, 'old/b.md': `# Notes\n\n${REVIEW}` })
    const [only, ...more] = await findings(folder, ['new/a.md'])
    expect(more).toEqual([])
    expect(only).toMatchObject({ path: 'new/a.md', line: 7, rule: 'duplicate-incident-id' })
    expect(only?.related).toEqual([
      expect.objectContaining({ path: 'old/b.md', line: 9, column: 20, endLine: 9, endColumn: 36 }),
    ])
  })

  it('know what stands on standard input', async () => {
    const folder = folderWith({ 'a.md': REVIEW })
    const args = ['--stdin', '--stdin-path', 'b.md']
    expect(await found(folder, args, { stdin: REVIEW })).toEqual(['b.md:7 duplicate-incident-id warning'])
    expect(await found(folder, ['--stdin', '--stdin-path', 'a.md'], { stdin: REVIEW })).toEqual([])
  })

  it('find a reference to what is not there, once there are others of its kind', async () => {
    const naming = REVIEW.replace('## Executive Summary\n', '## Executive Summary\n\nIt is that of INC-20250807-003.\n')
    const folder = folderWith({ 'a.md': naming })
    expect(await found(folder, ['a.md'])).toEqual([])
    write(folder, 'b.md', REVIEW.replaceAll('INC-20260211-001', 'INC-20260211-002'))
    expect(await found(folder, ['a.md'])).toEqual(['a.md:17 unknown-incident hint'])
    write(folder, 'c/INC-20250807-003.md', '# Disk\n')
    expect(await found(folder, ['a.md'])).toEqual([])
  })

  it('do not know what Git ignores', async () => {
    const folder = folderWith({ '.git/HEAD': '', '.gitignore': 'out/', 'a.md': REVIEW, 'out/b.md': REVIEW })
    expect(await found(folder, ['.'])).toEqual([])
  })
})

describe('wrong usage', () => {
  it.each([
    [[], 'lint: which file or folder?'],
    [['--fxi', 'a.md'], 'unknown option "--fxi": did you mean "--fix"?'],
    [['--version', 'a.md'], 'unknown option "--version"'],
    [['--format', 'yaml', 'a.md'], '--format is text, json, sarif, github, gitlab, junit or checkstyle, not "yaml"'],
    [['--fail-on', 'errors', 'a.md'], '--fail-on is error, warning, info or hint, not "errors"'],
    [['--config', '--fix', 'a.md'], '--config needs a value'],
    [['--baseline='], '--baseline needs a value'],
    [['a.md', '--config'], '--config needs a value'],
    [['--fix=no', 'a.md'], '--fix takes no value'],
    [['--stdin', 'a.md'], 'lint: either --stdin or files'],
    [['--stdin', '--fix'], 'lint: --fix writes files, and --stdin is none'],
    [['--stdin-path', 'a.md', 'b.md'], 'lint: --stdin-path is for --stdin'],
    [['--cache', '--stdin'], 'lint: --cache is for files, and --stdin is none'],
    [['--cache-location', 'x', 'a.md'], 'lint: --cache-location needs --cache'],
    [['--cache', '--cache-location=', 'a.md'], '--cache-location needs a value'],
    [['--cache=no', 'a.md'], '--cache takes no value'],
    [['--update-baseline', 'a.md'], 'lint: --update-baseline needs --baseline FILE'],
  ])('%j ends with 2 and says why', async (args, why) => {
    const { code, out, err } = await run(folderWith({ 'a.md': LACKING }), ['lint', ...args])
    expect(err).toContain(`postmortem: ${why}`)
    expect([code, out]).toEqual([2, ''])
  })
})
