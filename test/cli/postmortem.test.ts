/** The command line as a process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../server/src/cli/arguments.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import { ROOT } from '../kit/fixtures.ts'
import { isDeep } from '../kit/sampling.ts'
import { folderWith, installed, LACKING, RIGHT, read, run, spawned, WRONG } from './kit.ts'

const postmortem = (...args: string[]) => spawned(ROOT, args)

describe('postmortem lint', () => {
  it('checks, prints and returns 1 for findings', () => {
    const folder = folderWith({ 'docs/a.md': WRONG, 'docs/b.md': RIGHT })
    const { stdout, stderr, status } = spawned(folder, ['lint', 'docs'])
    expect(stdout).toMatch(/^docs\/a\.md:8:17 {2}error {2}"SEV9" is no severity/)
    expect(stdout).toMatch(/1 error in 1 of 2 post-mortems\.\n$/)
    expect([stderr, status]).toEqual(['', 1])
  })

  it('reads standard input', () => {
    const { stdout, status } = spawned(folderWith({}), ['lint', '--stdin', '--format', 'json'], { input: WRONG })
    expect(JSON.parse(stdout)).toMatchObject([{ path: '<stdin>', line: 8, rule: 'invalid-enum-value' }])
    expect(status).toBe(1)
  })

  it('writes what it mends', () => {
    const folder = folderWith({ 'a.md': LACKING })
    expect(spawned(folder, ['lint', '--fix', '.'])).toMatchObject({ status: 0, stderr: 'a.md: fixed missing-field\n' })
    expect(read(folder, 'a.md')).toContain('**Author**')
  })

  it('loads neither the parser nor the rules for what its cache knows', () => {
    const folder = folderWith({ 'a.md': WRONG, 'b.md': RIGHT, '.postmortem.yml': 'rules: {}\n' })
    const bundle = join(installed(), '..', '..', 'dist', 'postmortem-analysis.cjs')
    const code = readFileSync(bundle)
    const time = new Date('2026-01-01')
    utimesSync(bundle, time, time)
    const first = spawned(folder, ['lint', '--cache', '.'])
    try {
      // To the cache it is the same as long as it has the same size and time.
      writeFileSync(bundle, 'throw new Error("it is loaded")'.padEnd(code.length))
      utimesSync(bundle, time, time)
      const { stdout, stderr, status } = spawned(folder, ['lint', '--cache', '.'])
      expect([stdout, stderr, status]).toEqual([first.stdout, '', 1])
      expect(spawned(folder, ['lint', '.']).stderr).toContain('it is loaded')
    } finally {
      writeFileSync(bundle, code)
    }
  })

  it('has colours only where they are wanted', () => {
    const folder = folderWith({ 'a.md': WRONG })
    expect(spawned(folder, ['lint', '.']).stdout).not.toContain('\u001B')
    expect(spawned(folder, ['lint', '.'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001B[31merror\u001B[39m')
  })

  describe('with much to print', () => {
    const lacking = `${WRONG.slice(0, WRONG.indexOf('\n## '))}\n`
    const files = Array.from({ length: isDeep() ? 300 : 150 }, (_, index) => [`${index}.md`, lacking] as const)
    const started = () =>
      spawn(process.execPath, [installed(), 'lint', '.'], { cwd: folderWith(Object.fromEntries(files)) })

    it('ends quietly when nobody reads on', async () => {
      const child = started()
      const said = text(child.stderr)
      // Before anything is written: a reader that stops later may have been given everything by then.
      child.stdout.destroy()
      const [code, signal] = await once(child, 'exit')
      expect([code, signal, await said]).toEqual([0, null, ''])
    })

    it.skipIf(process.platform === 'win32')('ends with 130 when it is interrupted', async () => {
      const child = started()
      child.stdout.once('data', () => child.kill('SIGINT'))
      child.stdout.resume()
      const [code] = await once(child, 'exit')
      expect(code).toBe(130)
    })
  })
})

describe('postmortem rules', () => {
  it('lists every rule', () => {
    const lines = postmortem('rules').stdout.trimEnd().split('\n')
    const listed = lines.map((line) => line.split(/ {2,}/))
    expect(listed).toEqual(
      RULES.map(({ id, group, severity, description }) => [
        id,
        group,
        severity === 'information' ? 'info' : severity,
        description,
      ]),
    )
  })

  it('lists them for programs', () => {
    const list = JSON.parse(postmortem('rules', '--format', 'json').stdout)
    expect(list).toHaveLength(RULES.length)
    expect(list).toContainEqual({
      id: 'missing-section',
      group: 'structure',
      severity: 'warning',
      fixable: true,
      description: expect.stringMatching(/\.$/),
      since: '0.1.0',
    })
  })

  it('prints the page of a rule, which is in the package', () => {
    const { stdout, status } = postmortem('rules', 'placeholder')
    expect(stdout).toBe(`${read(ROOT, 'docs/rules/placeholder.md').trimEnd()}\n`)
    expect(status).toBe(0)
  })

  it('says which name was probably meant', () => {
    const { stderr, status } = postmortem('rules', 'placehodler')
    expect(stderr).toContain('unknown rule "placehodler": did you mean "placeholder"?')
    expect(status).toBe(2)
  })
})

describe('--help', () => {
  it.each([
    [['--help'], 'postmortem COMMAND --help'],
    [['lint', '--help'], '--update-baseline'],
    [['rules', '-h'], 'prints the page of that rule'],
    [['inspect', '--help'], 'usage: postmortem inspect'],
    [['template', '--help'], 'usage: postmortem template check'],
  ])('of %j says how it is used', async (args, part) => {
    const { code, out } = await run(ROOT, args)
    expect(out).toContain(part)
    expect(code).toBe(0)
  })

  it('of lint names all of its options', async () => {
    const { out } = await run(ROOT, ['lint', '--help'])
    expect(COMMANDS['lint']?.filter((option) => !out.includes(`--${option} `))).toEqual([])
  })
})

describe('postmortem inspect', () => {
  it('prints an array with one object per file', () => {
    const { stdout, status } = postmortem('inspect', '--format', 'json', 'test/fixtures/filled/minimal.md', 'README.md')
    const [first, second] = JSON.parse(stdout)
    expect(first).toMatchObject({
      file: 'test/fixtures/filled/minimal.md',
      postmortem: true,
      isTemplate: false,
      template: { id: 'minimal', chosen: true },
      metadata: { date: '2026-01-20', severity: 'SEV3', status: 'Final' },
      window: { start: '2026-01-20T09:05Z', end: '2026-01-20T10:20Z', timeZone: 'UTC' },
    })
    expect(first.timeline[0]).toMatchObject({ line: 25, time: '2026-01-20T09:05Z', milestones: ['started'] })
    expect(first.actionItems[0]).toMatchObject({ line: 44, owner: 'Sofie Dahl', due: '2026-01-23', status: 'done' })
    expect(second).toMatchObject({ file: 'README.md', postmortem: false, sections: [] })
    expect(status).toBe(0)
  })

  it('prints text for a person', () => {
    const { stdout } = postmortem('inspect', 'test/fixtures/filled/minimal.md')
    expect(stdout).toMatch(/post-mortem "Incident Post-Mortem: Order confirmations sent twice"\n\s+template\s+minimal/)
  })

  it('goes on after a file that cannot be read, and ends with 2', () => {
    const { stdout, stderr, status } = postmortem('inspect', '--format', 'json', 'gone.md', 'README.md')
    expect(JSON.parse(stdout)).toHaveLength(1)
    expect(stderr).toBe('gone.md: cannot be read: there is no such file or folder\n')
    expect(status).toBe(2)
  })
})

describe('postmortem template check', () => {
  it('prints the schema', () => {
    const { stdout, status } = postmortem('template', 'check', 'server/templates/incident-review.md')
    expect(stdout).toMatch(/Severity: one of SEV0\/SEV1\/SEV2\/SEV3\/SEV4/)
    expect(stdout).toMatch(/## Timeline {2}\(required, timeline\)\n.*table: Time \(UTC\) \(time\)/)
    expect(status).toBe(0)
  })

  it('says what is wrong and where, and ends with 1', () => {
    const file = join(folderWith({}), 'wrong.md')
    writeFileSync(file, '---\nname: Ours\noptional: [Nots]\n---\n\n# Title\n\n## Notes\n')
    const { stderr, status } = postmortem('template', 'check', file)
    expect(stderr).toBe(`${file}:3: The template has no heading "Nots".\n`)
    expect(status).toBe(1)
  })
})

describe('wrong usage', () => {
  it.each([
    [[], 'no command'],
    [['inspect'], 'inspect: which file?'],
    [['inspect', '--format', 'xml', 'a.md'], '--format is text or json, not "xml"'],
    [['template', 'a.md'], 'template: only "template check FILE..." is known'],
    [['frobnicate'], 'unknown command "frobnicate"'],
    [['lnit', 'a.md'], 'unknown command "lnit": did you mean "lint"?'],
    [['inspect', '--nonsense'], 'unknown option "--nonsense"'],
  ])('%j ends with 2 and says why', (args, why) => {
    const { stderr, status } = postmortem(...args)
    expect(stderr).toContain(why)
    expect(status).toBe(2)
  })
})

it('tells a template from a document, whatever the configuration', () => {
  const { stdout } = postmortem('inspect', '--format', 'json', 'server/templates/google-sre.md')
  expect(JSON.parse(stdout)[0]).toMatchObject({ postmortem: true, isTemplate: true })
})
