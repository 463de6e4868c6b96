/** The command line as a process. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'

const postmortem = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'server', 'bin', 'postmortem.js'), ...args], { cwd: ROOT, encoding: 'utf8' })

beforeAll(() => {
  if (!existsSync(join(ROOT, 'server', 'dist', 'postmortem.cjs'))) {
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')])
  }
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
    expect(stderr).toBe('gone.md: cannot be read\n')
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
    const file = join(mkdtempSync(join(tmpdir(), 'postmortem-')), 'wrong.md')
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
    [['inspect', '--nonsense'], "Unknown option '--nonsense'"],
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
