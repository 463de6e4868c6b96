import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { serverBinary } from '../protocol/kit/child.ts'

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url))
const SCRIPT = fileURLToPath(new URL('neovim.lua', import.meta.url))
const EXAMPLE = '2026-05-19-checkout-timeouts.md'

const installed = spawnSync('nvim', ['--version'], { encoding: 'utf8' })
const hasNeovim = installed.status === 0
if (!hasNeovim) {
  console.warn('Neovim is not installed, so the server is not tested in it. Install it, e.g. apt-get install neovim.')
}

/** What the script wrote. */
interface Result {
  error?: string
  pushes: number
  pulls: boolean
  milliseconds: number
  diagnostics: { line: number; column: number; code: string; source: string; severity: number }[]
  hover: { contents: { kind: string; value: string } }
  completion: { items: { label: string; textEdit: { newText: string } }[] }
  fix: string
  fixed: string
  calmed: boolean
  exit: number
}

describe.skipIf(!hasNeovim)('Neovim, which knows nothing of us', () => {
  let folder = ''
  let result: Result
  let lines: string[] = []

  beforeAll(async () => {
    folder = temporaryFolder()
    cpSync(EXAMPLES, folder, { recursive: true })
    const document = join(folder, 'postmortems', EXAMPLE)
    lines = readFileSync(document, 'utf8').split('\n')
    const child = spawn('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', `+luafile ${SCRIPT}`], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE: process.execPath,
        SERVER: serverBinary(),
        DOCUMENT: document,
        RESULT: join(folder, 'result.json'),
        HOVER: '| ACT-1',
        COMPLETE: 'SEV-9',
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
      },
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'))
    expect(result.error).toBeUndefined()
    console.log(
      `${installed.stdout.split('\n')[0]}: diagnostics ${result.milliseconds} ms after the start of the server`,
    )
  })

  it('shows the diagnostics that it is pushed, or pulls, never both', () => {
    const severity = lines.findIndex((line) => line.includes('SEV-9'))
    expect(result.diagnostics).toContainEqual({
      line: severity,
      column: lines[severity]?.indexOf('SEV-9'),
      code: 'invalid-enum-value',
      source: 'postmortem',
      severity: 1,
    })
    expect(result.diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['missing-section', 'missing-field']),
    )
    expect(result.pushes > 0).toBe(!result.pulls)
  })

  it('shows what an action item is about', () => {
    expect(result.hover.contents.kind).toBe('markdown')
    expect(result.hover.contents.value).toMatch(/ACT-1[\s\S]*Status: /)
  })

  it('proposes severities', () => {
    expect(result.completion.items.map(({ label }) => label)).toEqual(['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4'])
  })

  it('applies a quick fix, after which there is one finding less', () => {
    expect(result.fix).toMatch(/^Change to SEV\d$/)
    expect(result.fixed).toBe(`- **Severity**: ${result.fix.slice('Change to '.length)}`)
    expect(result.calmed).toBe(true)
  })

  it('stops the server, which ends without an error', () => {
    expect(result.exit).toBe(0)
  })
})
