import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CONFIG_SCHEMA } from '../../server/src/config/definition.ts'
import { readConfig } from '../../server/src/config/read-config.ts'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { inspect } from '../../server/src/reports/inspect.ts'
import { RULE_IDS } from '../../server/src/rules/registry.ts'
import { readBuiltInTemplates } from '../../server/src/template/built-in.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'server/README.md',
  'docs/architecture.md',
  'docs/command-line.md',
  'docs/configuration.md',
  'docs/dependencies.md',
  'docs/extension.md',
  'docs/inspect-format.md',
  'docs/recognition.md',
  'docs/security.md',
].map((path) => ({ path, text: read(path) }))
const manifest = JSON.parse(read('package.json'))

describe.each(PAGES)('$path', ({ path, text }) => {
  it('links to what is there', () => {
    const targets = linksIn(text).filter((target) => !/^[a-z]+:/.test(target))
    expect(targets.filter((target) => !existsSync(new URL(target, new URL(path, root))))).toEqual([])
  })

  it('names scripts, snippets and settings that there are', () => {
    const scripts = allIn(text, /npm run ([\w:-]+)/g)
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([])
    const snippets = Object.values(JSON.parse(read('snippets/postmortem.code-snippets')) as { prefix: string }[])
    const prefixes = allIn(text, /`(pm-[a-z-]+)/g)
    expect(prefixes.filter((name) => !snippets.some(({ prefix }) => prefix.startsWith(name)))).toEqual([])
    const settings = allIn(text, /`(postmortem\.(?:codeLens|inlayHints|trace)\.\w+)`/g)
    expect(settings.filter((name) => !(name in manifest.contributes.configuration.properties))).toEqual([])
  })
})

it('the architecture names files and folders that there are', () => {
  const text = read('docs/architecture.md')
  const paths = allIn(text, /`([\w./-]+(?:\.(?:ts|mjs|md|json)|\/))`/g)
  const missing = paths.filter((path) => ![path, `server/src/${path}`].some((one) => existsSync(new URL(one, root))))
  expect(paths.length).toBeGreaterThan(40)
  expect(missing).toEqual([])
})

it.each(['README.md', 'docs/extension.md', 'docs/configuration.md'])('the configuration in %s is one', (path) => {
  const { partial, problems } = readConfig(blockIn(read(path), 'yaml'), RULE_IDS)
  expect(problems).toEqual([])
  expect(Object.keys(partial).length).toBeGreaterThan(2)
})

describe('docs/configuration.md', () => {
  const sections = read('docs/configuration.md').split(/^### /m)

  it.each(Object.keys(CONFIG_SCHEMA.entries))('shows how %s is written', (key) => {
    const section = sections.find((text) => text.startsWith(`\`${key}\`\n`)) ?? ''
    const { partial, extends: parents, problems } = readConfig(blockIn(section, 'yaml'), RULE_IDS)
    expect(problems).toEqual([])
    expect(key === 'extends' ? parents.length : key in partial).toBeTruthy()
  })

  it('has no key that there is not', () => {
    const keys = sections.slice(1).map((text) => /^`(\w+)`/.exec(text)?.[1])
    expect(keys.sort()).toEqual(Object.keys(CONFIG_SCHEMA.entries).sort())
  })
})

it('the README names every template', () => {
  const named = allIn(read('README.md'), /`template: ([\w-]+)`/g)
  expect(named.sort()).toEqual(
    readBuiltInTemplates()
      .map(({ id }) => id)
      .sort(),
  )
})

it('the page in the package needs no other file', () => {
  expect(linksIn(read('docs/extension.md')).filter((target) => !target.startsWith('https://'))).toEqual([])
})

describe('docs/inspect-format.md', () => {
  const page = read('docs/inspect-format.md')
  const document = blockIn(page, 'markdown')
  const postMortem = readPostMortem(document, {
    templates: readBuiltInTemplates(),
    path: null,
    timeZone: null,
    dateOrder: null,
  })
  const lineOf = ({ section, start }: { section: number; start: number }) =>
    document.slice(0, (postMortem.starts[section] ?? 0) + start).split('\n').length
  const printed = inspect('disk.md', postMortem, lineOf)

  it('shows an example as it is printed', () => {
    expect(printed).toMatchObject(JSON.parse(blockIn(page, 'json'))[0])
  })

  it('describes every key', () => {
    expect(Object.keys(printed).filter((key) => !page.includes(`| \`${key}\` |`))).toEqual([])
  })
})

function blockIn(text: string, language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? ''
}

function linksIn(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '')
  return allIn(prose, /\]\(([^)#\s]+)(?:#[^)]*)?\)/g)
}

function allIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}
