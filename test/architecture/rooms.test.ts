/** The rules of docs/architecture.md that the linter and the file system can tell. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../server/src/rules/registry.ts'
import { VERSION } from '../../server/src/version.ts'
import { ROOT } from '../kit/fixtures.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const { importRules }: { importRules(): { includes: string[] }[] } = await import(
  '../../scripts/generate-import-rules.mjs' as string
)

const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const sources = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
const lines = (path: string) => readFileSync(join(ROOT, path), 'utf8').split('\n').length

/** One wrong statement for each rule of docs/architecture.md. */
const WRONG = [
  ['server/src/model', "import { RULES } from '../rules/registry.ts'"],
  ['server/src/outline', "import { readTemplate } from '../template/read-template.ts'"],
  ['server/src/time', "import { readOutline } from '../outline/read-outline.ts'"],
  ['server/src/rules', "import { MarkupKind } from 'vscode-languageserver-types'"],
  ['server/src/features', "import { createMessageConnection } from 'vscode-jsonrpc'"],
  ['server/src/service', "import { createConnection } from 'vscode-languageserver/node'"],
  ['server/src/workspace', "import { readFileSync } from 'node:fs'"],
  ['server/src/cli', "import { readFileSync } from 'node:fs'"],
  ['server/src/node', "import { readFile } from 'node:fs/promises'"],
  ['server/src/lsp', "import { window } from 'vscode'"],
  ['server/src/lsp', "import { MarkupKind } from 'vscode-languageserver'"],
  ['client/src', "import { MarkdownString } from 'vscode'"],
  ['server/src/cli', "import { startServer } from '../lsp/server.ts'"],
  ['server/src/cli', "import { stdout } from 'node:process'"],
  ['server/src/cli/lint', "process.stdout.write('')"],
  ['client/src', "import { readTemplate } from '../../server/src/template/read-template.ts'"],
] as const

describe('the import rules', () => {
  it('in biome.json are the generated ones', () => {
    expect(json('biome.json').overrides, 'run npm run generate').toEqual(importRules())
  })

  it('have an override for every room', () => {
    const covered = importRules().flatMap(({ includes }) => includes)
    const rooms = readdirSync(join(ROOT, 'server', 'src'), { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `server/src/${entry.name}/**` : `server/src/${entry.name}`))
      // Knows nothing and is imported by entries only.
      .filter((room) => room !== 'server/src/version.ts')
    expect(rooms.filter((room) => !covered.includes(room))).toEqual([])
  })

  it('make a forbidden import an error', () => {
    // In a folder of its own: other suites look at the sources at the same time.
    const folder = temporaryFolder()
    const { vcs: _, ...configuration } = json('biome.json')
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(configuration))
    const written = WRONG.map(([room, statement], index) => {
      const path = `${room}/wrong-${index}.ts`
      mkdirSync(join(folder, room), { recursive: true })
      writeFileSync(
        join(folder, path),
        `${statement}\n\nexport const used = ${/\{ (\w+) \}/.exec(statement)?.[1] ?? null}\n`,
      )
      return path
    })
    const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
    const args = [
      biome,
      'lint',
      '--colors=off',
      '--only=style/noRestrictedImports',
      '--only=style/noRestrictedGlobals',
      '.',
    ]
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    const output = (stdout + stderr).replaceAll('\\', '/')
    expect(
      written.filter((path) => !output.includes(`${path}:1:`)),
      output,
    ).toEqual([])
  })
})

describe('files', () => {
  const all = [...sources('server/src'), ...sources('client/src')].filter((path) => !path.includes('.generated.'))

  it('are short', () => {
    expect(all.filter((path) => lines(path) > 400)).toEqual([])
    const small = all.filter((path) => /server\/src\/(?:model|template)\//.test(path.replaceAll('\\', '/')))
    expect(small.filter((path) => lines(path) > 200)).toEqual([])
  })

  it('build shown Markdown in one place', () => {
    const makers = all.filter((path) => /\bas SafeMarkdown\b/.test(readFileSync(join(ROOT, path), 'utf8')))
    expect(makers.map((path) => path.replaceAll('\\', '/'))).toEqual(['server/src/features/markdown.ts'])
  })

  it('have JSDoc for everything exported', () => {
    const bare = all.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8').split('\n')
      return text.flatMap((line, index) => {
        const isDeclaration = /^export (?:async )?(?:function|const|class|interface|type) \w/.test(line)
        return isDeclaration && !text[index - 1]?.trimEnd().endsWith('*/') ? [`${path}:${index + 1}: ${line}`] : []
      })
    })
    expect(bare).toEqual([])
  })
})

describe('names and versions', () => {
  it('are the same everywhere', () => {
    const versions = ['package.json', 'client/package.json', 'server/package.json'].map((path) => json(path).version)
    expect([...versions, VERSION]).toEqual([VERSION, VERSION, VERSION, VERSION])
  })

  it('of rules are unique', () => {
    const ids = RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('of a registry mirror are not in the lock files', () => {
    for (const path of ['package-lock.json', 'test/vscode/host/package-lock.json']) {
      expect(readFileSync(join(ROOT, path), 'utf8')).not.toMatch(/"resolved": "https?:/)
    }
  })
})
