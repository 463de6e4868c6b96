/** `extends`, and what holds while a configuration is broken or being written. */
import { describe, expect, it, test } from 'vitest'
import type { FileSystem } from '../../../server/src/ports.ts'
import { Configurations } from '../../../server/src/workspace/config/configurations.ts'
import { pathFrom, uriOf } from '../../../server/src/workspace/documents/uris.ts'

const FOLDER = 'file:///repo'
const SILENT = { info() {}, warn() {}, error() {} }

function world(given: Readonly<Record<string, string>>, around: (files: FileSystem) => FileSystem = (same) => same) {
  const files = new Map(Object.entries(given).map(([path, text]) => [`${FOLDER}/${path}`, text]))
  const reads: string[] = []
  const port: FileSystem = {
    readFile: async (uri) => {
      reads.push(uri)
      return files.get(uri) ?? null
    },
    exists: async () => false,
    findFiles: async () => [],
  }
  const configurations = new Configurations(around(port), SILENT)
  configurations.setFolders([FOLDER])
  return { configurations, files, reads }
}

/** What is wrong with the configuration at the top, and where. */
async function problemsOf(given: Readonly<Record<string, string>>): Promise<[string, string][]> {
  const { problems } = await world(given).configurations.forFolder(FOLDER)
  const text = given['.postmortem.yml'] ?? ''
  return problems.map(({ start, end, message }) => [text.slice(start, end), message])
}

describe('extends', () => {
  const config = async (given: Readonly<Record<string, string>>, folder = FOLDER) =>
    (await world(given).configurations.forFolder(folder)).config

  it('takes what the file does not say', async () => {
    const { timeZone, folder } = await config({
      '.postmortem.yml': 'extends: shared/base.yml\nfolder: own\n',
      'shared/base.yml': 'timeZone: Asia/Tokyo\nfolder: base\n',
    })
    expect([timeZone, folder]).toEqual(['Asia/Tokyo', 'own'])
  })

  it('of several the last wins, and each before what it extends itself', async () => {
    const files = {
      '.postmortem.yml': 'extends: [a.yml, b.yml]\nrules: { placeholder: off }\n',
      'a.yml': 'folder: a\nmetrics: rootly\nrules: { placeholder: hint, invalid-id: hint }\n',
      'b.yml': 'extends: c.yml\nfolder: b\nrules: { invalid-id: error }\n',
      'c.yml': 'folder: c\nfileName: c.md\n',
    }
    expect(await config(files)).toMatchObject({
      folder: 'b',
      metrics: 'rootly',
      fileName: 'c.md',
      rules: { placeholder: 'off', 'invalid-id': 'error' },
    })
  })

  it('may lead up to another folder of the workspace', async () => {
    const files = {
      'teams/api/.postmortem.yml': 'extends: ../../.postmortem.yml\n',
      '.postmortem.yml': 'metrics: rootly\n',
    }
    expect(await config(files, `${FOLDER}/teams/api`)).toMatchObject({ metrics: 'rootly' })
  })

  it('finds templates beside the file that names them, and documents below the one that extends it', async () => {
    const { configurations } = world({
      'teams/api/.postmortem.yml': 'extends: ../../base.yml\n',
      'base.yml': "templates: [{ file: 'docs/out age.md', match: 'pm/**' }]\n",
      'docs/out%20age.md': '# Outage\n',
    })
    const { templates, config: found } = await configurations.forFolder(`${FOLDER}/teams/api`)
    expect(templates.map(({ template }) => template.id)).toEqual(['out age'])
    expect(found.templates).toEqual([{ file: '../../docs/out age.md', match: ['pm/**'] }])
  })

  it('of a file that two others extend is no mistake', async () => {
    const files = {
      '.postmortem.yml': 'extends: [a.yml, b.yml]\n',
      'a.yml': 'extends: c.yml\n',
      'b.yml': 'extends: c.yml\n',
    }
    expect(await problemsOf({ ...files, 'c.yml': 'folder: c\n' })).toEqual([])
  })

  it.each<[string, Record<string, string>, [string, string][]]>([
    ['a missing file', { '.postmortem.yml': 'extends: gone.yml\n' }, [['gone.yml', 'gone.yml cannot be read.']]],
    [
      'a file outside',
      { '.postmortem.yml': "extends: ['../other/a.yml', 'b/../../c.yml']\n" },
      [
        ["'../other/a.yml'", '../other/a.yml is outside the workspace.'],
        ["'b/../../c.yml'", 'b/../../c.yml is outside the workspace.'],
      ],
    ],
    [
      'itself',
      { '.postmortem.yml': 'extends: ./.postmortem.yml\n' },
      [['./.postmortem.yml', './.postmortem.yml extends itself.']],
    ],
    [
      'a circle',
      { '.postmortem.yml': 'extends: a.yml\n', 'a.yml': 'extends: b.yml\n', 'b.yml': 'extends: a.yml\n' },
      [['a.yml', 'a.yml extends itself.']],
    ],
    [
      'mistakes in the other file',
      { '.postmortem.yml': 'extends: a.yml\n', 'a.yml': 'foldr: a\nmetrics: 3\n' },
      [['a.yml', 'In a.yml: There is no key "foldr". Did you mean "folder"? (and 1 more)']],
    ],
    [
      'a template that is not there',
      { '.postmortem.yml': 'templates:\n  - { file: gone.md }\n' },
      [['gone.md', 'The template gone.md cannot be read.']],
    ],
    [
      'a template that is not there, of the other file',
      { '.postmortem.yml': 'extends: a.yml\n', 'a.yml': 'templates: [gone.md]\n' },
      [['a.yml', 'The template gone.md cannot be read.']],
    ],
  ])('%s is said at the entry', async (_what, files, expected) => expect(await problemsOf(files)).toEqual(expected))

  it('stops where the chain is too long', async () => {
    const chain = Array.from({ length: 20 }, (_, i) => [`${i}.yml`, `extends: ${i + 1}.yml\n`])
    const files = { '.postmortem.yml': 'extends: 0.yml\n', ...Object.fromEntries(chain) }
    expect(await problemsOf(files)).toEqual([['0.yml', 'More than 10 files extend each other.']])
  })

  it('reads nothing outside the workspace folder', async () => {
    const { configurations, reads } = world({
      '.postmortem.yml': 'extends: [../a.yml, a/../../../b.yml, ../repo2/c.yml]\n',
    })
    await configurations.forFolder(FOLDER)
    expect(reads).toEqual([`${FOLDER}/.postmortem.yml`])
  })

  it('outside every workspace folder stays below its own', async () => {
    const { configurations, files, reads } = world({})
    files.set('file:///else/.postmortem.yml', 'extends: [../up.yml, down/a.yml]\n')
    await configurations.forFolder('file:///else')
    expect(reads).toEqual(['file:///else/.postmortem.yml', 'file:///else/down/a.yml'])
  })

  it('makes documents depend on the other files, there or not', async () => {
    const { configurations } = world({ '.postmortem.yml': 'extends: [a/b.yml, gone.yml]\n', 'a/b.yml': '' })
    await configurations.forFolder(FOLDER)
    const depends = ['a/b.yml', 'gone.yml', 'c.yml'].map((path) => configurations.dependsOn(`${FOLDER}/${path}`))
    expect(depends).toEqual([true, true, false])
  })
})

describe('a file that is no YAML', () => {
  const BROKEN = 'timeZone: "Asia/Tokyo\n'
  const KEPT = 'The last good configuration still applies.'

  test('keeps what it said before, and says so', async () => {
    const { configurations, files } = world({
      '.postmortem.yml': 'extends: a.yml\nfolder: good\n',
      'a.yml': 'metrics: rootly\n',
    })
    await configurations.forFolder(FOLDER)
    files.set(`${FOLDER}/.postmortem.yml`, BROKEN)
    configurations.forget()
    const found = await configurations.forFolder(FOLDER)
    expect(found.config).toMatchObject({ folder: 'good', metrics: 'rootly', timeZone: null })
    expect(found.problems.length).toBeGreaterThan(0)
    for (const { message } of found.problems) expect(message.endsWith(KEPT)).toBe(true)
    files.set(`${FOLDER}/.postmortem.yml`, 'folder: new\n')
    configurations.forget()
    expect((await configurations.forFolder(FOLDER)).config.folder).toBe('new')
  })

  test('from the start says nothing', async () => {
    const { problems, config } = await world({
      '.postmortem.yml': `metrics: rootly\n${BROKEN}`,
    }).configurations.forFolder(FOLDER)
    expect(config.metrics).toBe('default')
    expect(problems.some(({ message }) => message.includes(KEPT))).toBe(false)
  })

  test('after it was deleted keeps nothing', async () => {
    const { configurations, files } = world({ '.postmortem.yml': 'folder: good\n' })
    await configurations.forFolder(FOLDER)
    for (const text of [null, BROKEN]) {
      if (text === null) files.clear()
      else files.set(`${FOLDER}/.postmortem.yml`, text)
      configurations.forget()
      expect((await configurations.forFolder(FOLDER)).config.folder).toBe('postmortems')
    }
  })

  test('and that is extended keeps what it said before, too', async () => {
    const { configurations, files } = world({ '.postmortem.yml': 'extends: a.yml\n', 'a.yml': 'folder: good\n' })
    await configurations.forFolder(FOLDER)
    files.set(`${FOLDER}/a.yml`, BROKEN)
    configurations.forget()
    const found = await configurations.forFolder(FOLDER)
    expect(found.config.folder).toBe('good')
    expect(found.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^In a\.yml: .* still applies\./),
    ])
  })

  test('in an editor is judged as it stands there, and changes nothing', async () => {
    const { configurations } = world({ '.postmortem.yml': 'folder: good\n' })
    const uri = `${FOLDER}/.postmortem.yml`
    const [problem] = await configurations.check(uri, BROKEN)
    expect(problem?.message.endsWith(KEPT)).toBe(true)
    expect(await configurations.check(uri, 'foldr: x\n')).toMatchObject([{ start: 0, end: 5 }])
    expect((await configurations.forFolder(FOLDER)).config.folder).toBe('good')
  })
})

describe('a file that is written while it is read', () => {
  /** The reads wait until they are let go, and then give what was there when they began. */
  const slow = (given: Readonly<Record<string, string>>) => {
    const waiting: (() => void)[] = []
    const made = world(given, (files) => ({
      ...files,
      readFile: async (uri) => {
        const text = await files.readFile(uri)
        await new Promise<void>((resolve) => waiting.push(resolve))
        return text
      },
    }))
    const letGo = async () => {
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
      // The last one first; each read may lead to the next.
      for (let turn = 0; turn < 20; turn++) {
        for (const resolve of waiting.splice(0).reverse()) resolve()
        await Promise.resolve()
      }
    }
    return { ...made, letGo }
  }

  test('is not kept as it was', async () => {
    const { configurations, files, letGo } = slow({ '.postmortem.yml': 'folder: old\n' })
    const early = configurations.forFolder(`${FOLDER}/a`)
    await Promise.resolve()
    files.set(`${FOLDER}/.postmortem.yml`, 'folder: new\n')
    configurations.forget()
    const late = configurations.forFolder(`${FOLDER}/a`)
    await letGo()
    await early
    expect((await late).config.folder).toBe('new')
    expect((await configurations.forFolder(`${FOLDER}/a`)).config.folder).toBe('new')
  })

  test('does not become the last good one', async () => {
    const { configurations, files, letGo } = slow({ '.postmortem.yml': 'folder: old\n' })
    const early = configurations.forFolder(FOLDER)
    await Promise.resolve()
    files.set(`${FOLDER}/.postmortem.yml`, 'folder: new\n')
    configurations.forget()
    const late = configurations.forFolder(FOLDER)
    await letGo()
    await Promise.all([early, late])
    files.set(`${FOLDER}/.postmortem.yml`, 'folder: "\n')
    configurations.forget()
    const broken = configurations.forFolder(FOLDER)
    await letGo()
    expect((await broken).config.folder).toBe('new')
  })
})

describe('URIs', () => {
  it.each([
    ['file:///a/b', 'c.md', 'file:///a/b/c.md'],
    ['file:///a/b', '../c d.md', 'file:///a/c%20d.md'],
    ['file:///a/b', '../../../../c', 'file:///c'],
    ['vscode-vfs://github/o/r', '../../../x', 'vscode-vfs://github/x'],
    ['file:///a', './/b/./c', 'file:///a/b/c'],
  ])('%s and %s: %s', (folder, path, uri) => expect(uriOf(folder, path)).toBe(uri))

  it.each([
    ['file:///a/b', 'file:///a/b/c/d.md', 'c/d.md'],
    ['file:///a/b', 'file:///a/c%20d.md', '../c d.md'],
    ['file:///a/b', 'file:///x.md', '../../x.md'],
    ['file:///a', 'file:///a/%zz.md', '%zz.md'],
  ])('from %s to %s: %s', (folder, uri, path) => expect(pathFrom(folder, uri)).toBe(path))
})
