/** `postmortem lint --fix`: what is written, and what is not. */
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findings, folderWith, LACKING, RIGHT, read, run, WRONG } from './kit.ts'

const fix = (folder: string, ...args: string[]) => run(folder, ['lint', '--fix', ...args])

describe('--fix', () => {
  it('mends what is safe, says so, and shows what is left', async () => {
    const folder = folderWith({ 'a.md': LACKING.replace('SEV3', 'SEV9'), 'b.md': RIGHT })
    const list = await findings(folder, ['a.md'])
    expect(list.map(({ rule, fixable }) => [rule, fixable])).toEqual([
      ['missing-field', true],
      ['invalid-enum-value', false],
    ])
    const { code, out, err } = await fix(folder, '.')
    expect(err).toBe('a.md: fixed missing-field\n')
    expect(out).toContain('invalid-enum-value')
    expect(out).toContain('1 error in 1 of 2 post-mortems.\n1 hint in 1 draft: ')
    expect(code).toBe(1)
    expect(read(folder, 'a.md')).toMatch(/^- \*\*Author\*\*: /m)
    expect(read(folder, 'b.md')).toBe(RIGHT)
  })

  it('does not offer what would make matters worse: a final document has no placeholders', async () => {
    const folder = folderWith({ 'a.md': LACKING.replace('Draft', 'Final') })
    expect(await findings(folder, ['a.md'])).toMatchObject([{ rule: 'missing-field', fixable: false }])
    expect(await fix(folder, 'a.md')).toMatchObject({ code: 1, err: '' })
  })

  it('changes nothing the second time', async () => {
    const folder = folderWith({ 'a.md': LACKING, 'b.md': LACKING.replace('## Lessons Learned\n', '') })
    await fix(folder, '.')
    const after = [read(folder, 'a.md'), read(folder, 'b.md'), statSync(join(folder, 'a.md')).ino]
    const { err } = await fix(folder, '.')
    expect(err).toBe('')
    expect([read(folder, 'a.md'), read(folder, 'b.md'), statSync(join(folder, 'a.md')).ino]).toEqual(after)
  })

  it('keeps the byte-order mark, the line endings and the mode, and leaves nothing beside the file', async () => {
    const folder = folderWith({ 'a.md': `\uFEFF${LACKING.replaceAll('\n', '\r\n')}` })
    chmodSync(join(folder, 'a.md'), 0o640)
    await fix(folder, 'a.md')
    const text = read(folder, 'a.md')
    expect(text).toMatch(/^\uFEFF---\r\n[\s\S]*\r\n- \*\*Author\*\*: /)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    if (process.platform !== 'win32') expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it('does not change a file that is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(LACKING), Buffer.from([0x0a, 0xe9, 0x0a])])
    const folder = folderWith({ 'a.md': bytes })
    const { code, out, err } = await fix(folder, 'a.md')
    expect(err).toBe('a.md: not UTF-8\n')
    expect(out).toContain('1 hint in 1 draft')
    expect(code).toBe(2)
    expect(readFileSync(join(folder, 'a.md'))).toEqual(bytes)
  })

  it('follows a link inside the folder, and none out of it', async () => {
    const outside = folderWith({ 'a.md': LACKING })
    const folder = folderWith({ 'docs/a.md': LACKING })
    symlinkSync(join('docs', 'a.md'), join(folder, 'inside.md'))
    symlinkSync(join(outside, 'a.md'), join(folder, 'outside.md'))
    symlinkSync(outside, join(folder, 'elsewhere'), 'dir')
    expect(await fix(folder, 'inside.md')).toMatchObject({ err: 'inside.md: fixed missing-field\n' })
    expect(lstatSync(join(folder, 'inside.md')).isSymbolicLink()).toBe(true)
    expect(read(folder, 'docs/a.md')).toContain('**Author**')
    for (const path of ['outside.md', 'elsewhere/a.md']) {
      const { code, err } = await fix(folder, path)
      expect(err).toBe(`${path}: cannot be changed: it is reached by a link that leads out of the folder\n`)
      expect(code).toBe(2)
    }
    expect(read(outside, 'a.md')).toBe(LACKING)
  })

  it('changes a file elsewhere that is named', async () => {
    const folder = folderWith({ 'a.md': LACKING })
    expect(await fix(folderWith({}), join(folder, 'a.md'))).toMatchObject({ code: 0 })
    expect(read(folder, 'a.md')).toContain('**Author**')
  })

  it('leaves alone what is no post-mortem, what is before "since", and what has no safe fix', async () => {
    const files = { 'README.md': '# Notes\n\n- **Severity**: SEV9\n', 'a.md': WRONG, 'old/b.md': LACKING }
    const folder = folderWith({ ...files, 'old/.postmortem.yml': 'since: 2026-06-01\n' })
    expect(await fix(folder, '.')).toMatchObject({ code: 1, err: '' })
    for (const [path, text] of Object.entries(files)) expect(read(folder, path)).toBe(text)
  })
})

describe('--baseline', () => {
  const freeze = (folder: string) => run(folder, ['lint', '--baseline', 'ci/old.json', '--update-baseline', '.'])
  const lint = (folder: string, ...args: string[]) => run(folder, ['lint', '--baseline', 'ci/old.json', ...args])

  it('silences what it holds, wherever that moves, and nothing else', async () => {
    const folder = folderWith({ 'a.md': WRONG, 'ci/.keep': '' })
    expect(await freeze(folder)).toEqual({ code: 0, out: '', err: 'ci/old.json: written with 1 finding\n' })
    const quiet = 'No findings in 1 post-mortem. Not shown: 1 finding of the baseline.\n'
    expect(await lint(folder, '.')).toEqual({ code: 0, out: quiet, err: '' })
    writeFileSync(
      join(folder, 'a.md'),
      WRONG.replace('- **Date**', '- **Team**:  mail\n- **Date**').replace(': SEV9', ':   SEV9'),
    )
    expect(await lint(folder, '.')).toEqual({ code: 0, out: quiet, err: '' })
    writeFileSync(join(folder, 'a.md'), WRONG.replace('SEV9', 'SEV8'))
    expect(await lint(folder, '.')).toMatchObject({ code: 1, err: 'ci/old.json: 1 finding in it is gone\n' })
  })

  it('counts: one more of the same is new', async () => {
    const two = RIGHT.replaceAll('**Priority**: P1', '**Priority**: P7')
    const folder = folderWith({ 'a.md': two, 'ci/.keep': '' })
    await freeze(folder)
    expect(await lint(folder, '.')).toMatchObject({ code: 0 })
    writeFileSync(join(folder, 'a.md'), two.replace('**Priority**: P2', '**Priority**: P7'))
    const { code, out } = await lint(folder, '.')
    expect(out).toMatch(/^a\.md:55:\d+ {2}error/)
    expect(out).toContain('1 error in 1 of 1 post-mortem. Not shown: 2 findings of the baseline.')
    expect(code).toBe(1)
  })

  it('is the same from every folder, and holds no text of a document', async () => {
    const folder = folderWith({ 'docs/a.md': WRONG, 'ci/.keep': '' })
    await freeze(folder)
    const text = read(folder, 'ci/old.json')
    expect(JSON.parse(text)).toEqual({
      version: 1,
      findings: [
        { path: '../docs/a.md', rule: 'invalid-enum-value', line: expect.stringMatching(/^[0-9a-f]{16}$/), count: 1 },
      ],
    })
    expect(text).not.toContain('SEV9')
    const { code } = await run(join(folder, 'docs'), ['lint', '--baseline', '../ci/old.json', 'a.md'])
    expect(code).toBe(0)
    await freeze(folder)
    expect(read(folder, 'ci/old.json')).toBe(text)
  })

  it('is updated for the files that were looked at', async () => {
    const folder = folderWith({ 'a.md': WRONG, 'b.md': WRONG, 'c.md': WRONG, 'ci/.keep': '' })
    await freeze(folder)
    writeFileSync(join(folder, 'a.md'), RIGHT)
    expect((await lint(folder, 'b.md')).err).toBe('')
    await run(folder, ['lint', '--baseline', 'ci/old.json', '--update-baseline', 'a.md'])
    expect(read(folder, 'ci/old.json').match(/"path":"[^"]*"/g)).toEqual(['"path":"../b.md"', '"path":"../c.md"'])
    writeFileSync(join(folder, 'b.md'), '# Notes\n')
    expect((await lint(folder, '.')).err).toBe('ci/old.json: 1 finding in it is gone\n')
  })

  it('does not silence mistakes in a configuration', async () => {
    const folder = folderWith({ '.postmortem.yml': 'rule: {}\n', 'a.md': RIGHT, 'ci/.keep': '' })
    const { code, out } = await freeze(folder)
    expect(out).toContain('invalid-config')
    expect(code).toBe(2)
    expect(JSON.parse(read(folder, 'ci/old.json')).findings).toEqual([])
  })

  it.each([
    ['{', 'it is no JSON'],
    ['{"version":2,"findings":[]}', 'it is no baseline of version 1'],
    [null, 'there is no such file or folder'],
  ])('that says %j ends with 2', async (text, why) => {
    const folder = folderWith({ 'a.md': WRONG, ...(text === null ? {} : { 'ci/old.json': text }) })
    expect(await lint(folder, '.')).toEqual({ code: 2, out: '', err: `ci/old.json: cannot be used: ${why}\n` })
  })
})
