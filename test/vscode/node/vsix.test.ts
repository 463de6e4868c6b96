import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { environment } from '../../kit/vscode/host.ts'

const { readZip }: { readZip: (zip: Buffer) => Map<string, Buffer> } = await import(
  '../../../scripts/lib/zip.mjs' as string
)
const vsix = await readFile(environment('POSTMORTEM_VSIX'))
const files = readZip(vsix)

/** Everything that may ship. */
const ALLOWED = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/(?:package\.json|LICENSE\.txt|readme\.md|changelog\.md|ThirdPartyNotices\.txt)$/i,
  /^extension\/dist\/(?:client|server)\/(?:node|web)(?:-client)?\.js$/,
  /^extension\/images\/icon\.png$/,
  /^extension\/snippets\/[\w-]+\.code-snippets$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
  /^extension\/schemas\/postmortem\.schema\.json$/,
  /^extension\/walkthrough\/[\w-]+\.md$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
]

const text = (name: string) => files.get(name)?.toString('utf8') ?? ''

it('the package holds only what ships', () => {
  expect([...files.keys()].filter((name) => !ALLOWED.some((pattern) => pattern.test(name)))).toEqual([])
})

it('the package holds what its manifest names, and the pages of the rules', () => {
  const manifest = JSON.parse(text('extension/package.json'))
  const named = [manifest.main, manifest.browser, manifest.icon, ...manifest.contributes.snippets.map(pathOf)]
  named.push(...manifest.contributes.grammars.map(pathOf), 'dist/server/node.js', 'dist/server/web.js')
  for (const rule of ['missing-section', 'missing-field', 'invalid-enum-value']) named.push(`docs/rules/${rule}.md`)
  const missing = named.filter((path) => !files.has(`extension/${path.replace('./', '')}`))
  expect(missing).toEqual([])
})

it('the package is under 1.25 MB', () => {
  console.log(`${vsix.length} bytes`)
  expect(vsix.length).toBeLessThan(1_250_000)
})

it('the page of the package needs no relative images', () => {
  expect(text('extension/readme.md')).not.toMatch(/!\[[^\]]*\]\((?!https:)|<img(?![^>]*https:)/)
})

it('the notices name what is bundled', () => {
  for (const name of ['vscode-languageclient', 'mdast-util-from-markdown', 'yaml', 'temporal-polyfill']) {
    expect(text('extension/ThirdPartyNotices.txt')).toContain(name)
  }
})

function pathOf({ path }: { path: string }): string {
  return path
}
