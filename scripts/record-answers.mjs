// node scripts/record-answers.mjs FOLDER [ROOT]: records the answers of the built product for many documents, one file
// for each kind of answer, so that two builds can be compared with `diff -r`. ROOT is the checkout with the bundles;
// the documents are always those of this one: fixtures, examples, and the corpora where they are present.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { ROOT } from './lib/paths.mjs'

const [folder, root = ROOT] = process.argv.slice(2)
if (!folder) throw new Error('usage: node scripts/record-answers.mjs FOLDER [ROOT]')
const target = resolve(folder)
mkdirSync(target, { recursive: true })

// Noon of one day, so that two records can be compared tomorrow.
const scratch = mkdtempSync(join(tmpdir(), 'postmortem-record-'))
const clock = join(scratch, 'clock.cjs')
writeFileSync(clock, `const now = Date.parse('2026-11-20T12:00:00Z'); Date.now = () => now\n`)
const env = { ...process.env, NODE_OPTIONS: `--require=${clock}`, TZ: 'Europe/Oslo', NO_COLOR: '1' }

const corpus = join(ROOT, '..', 'shared', 'corpus')
const FOLDERS = [
  join(ROOT, 'examples'),
  join(ROOT, 'test', 'fixtures'),
  join(corpus, 'documents'),
  join(corpus, 'second', 'documents'),
].filter((path) => existsSync(path))

/** @param {string} path */
function documentsIn(path) {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.(?:md|markdown|md\.erb)$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

/** @param {string[]} args */
function commandLine(args) {
  const bin = join(root, 'server', 'bin', 'postmortem.js')
  const options = { cwd: ROOT, env, encoding: /** @type {const} */ ('utf8'), maxBuffer: 1 << 30 }
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], options)
  return `${stdout}\n--- standard error\n${stderr}\n--- exit code ${status}\n`
}

for (const path of FOLDERS) {
  const name = relative(join(ROOT, '..'), path)
    .replace(/^[^/]*\//, '')
    .replaceAll('/', '-')
  const files = documentsIn(path).map((file) => relative(ROOT, file))
  writeFileSync(join(target, `inspect-${name}.json`), commandLine(['inspect', '--format', 'json', ...files]))
  for (const format of ['json', 'text']) {
    const args = ['lint', '--fail-on', 'hint', '--format', format]
    writeFileSync(join(target, `lint-files-${name}.${format}`), commandLine([...args, ...files]))
    writeFileSync(join(target, `lint-folder-${name}.${format}`), commandLine([...args, relative(ROOT, path)]))
  }
}

const server = spawn(process.execPath, [join(root, 'server', 'bin', 'postmortem-language-server.js'), '--stdio'], {
  env,
  stdio: ['pipe', 'pipe', 'inherit'],
})
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
)
let busy = 0
connection.onRequest('window/workDoneProgress/create', () => null)
connection.onRequest('client/registerCapability', () => null)
connection.onRequest(() => null)
connection.onNotification('$/progress', ({ value }) => {
  if (value.kind === 'begin') busy++
  if (value.kind === 'end') busy--
})
connection.listen()
const workspace = pathToFileURL(ROOT).href
const initialized = await connection.sendRequest('initialize', {
  processId: null,
  rootUri: workspace,
  workspaceFolders: [{ uri: workspace, name: 'checkout' }],
  capabilities: {
    window: { workDoneProgress: true },
    workspace: { workspaceEdit: { documentChanges: true } },
    textDocument: {
      hover: { contentFormat: ['markdown'] },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      diagnostic: {},
    },
  },
})
await connection.sendNotification('initialized', {})
writeFileSync(join(target, 'initialize.json'), JSON.stringify(initialized, null, 1))

const open = FOLDERS.slice(0, 1)
  .flatMap(documentsIn)
  .concat(documentsIn(join(ROOT, 'test', 'fixtures', 'filled')))
const uriOf = (/** @type {string} */ path) => pathToFileURL(path).href
for (const path of open) {
  const textDocument = { uri: uriOf(path), languageId: 'markdown', version: 1, text: readFileSync(path, 'utf8') }
  await connection.sendNotification('textDocument/didOpen', { textDocument })
}
// The index answers once it is complete: the answers of all documents stay the same for a while.
let last = ''
for (let same = 0; same < 4; ) {
  await new Promise((done) => setTimeout(done, 500))
  const answers = []
  for (const path of open)
    answers.push(await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: uriOf(path) } }))
  const now = JSON.stringify(answers)
  same = now === last && busy === 0 ? same + 1 : 0
  last = now
}
for (const path of open) {
  const textDocument = { uri: uriOf(path) }
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } }
  const ask = (/** @type {string} */ method, /** @type {object} */ params = {}) =>
    connection.sendRequest(`textDocument/${method}`, { textDocument, ...params })
  const context = { diagnostics: [], triggerKind: 1 }
  /** @type {Record<string, unknown>} */
  const found = {
    diagnostics: await ask('diagnostic'),
    lenses: await ask('codeLens'),
    hints: await ask('inlayHint', { range: whole }),
    symbols: await ask('documentSymbol'),
    actions: await ask('codeAction', { range: whole, context }),
  }
  for (const [line, text] of lines.entries()) {
    for (const character of placesIn(text)) {
      const position = { line, character }
      const key = `${line + 1}:${character + 1}`
      found[`hover ${key}`] = await ask('hover', { position })
      found[`completion ${key}`] = await ask('completion', { position })
    }
    const range = { start: { line, character: 0 }, end: { line, character: text.length } }
    found[`actions ${line + 1}`] = await ask('codeAction', { range, context })
  }
  const name = `${basename(dirname(path))}-${basename(path, '.md')}.json`
  writeFileSync(join(target, `editor-${name}`), JSON.stringify(found, null, 1).replaceAll(workspace, 'workspace:'))
}
await connection.sendRequest('shutdown')
await connection.sendNotification('exit')
rmSync(scratch, { recursive: true })

/**
 * Both ends of a line, and every ninth place between.
 *
 * @param {string} text
 */
function placesIn(text) {
  const places = [0, text.length]
  for (let at = 4; at < text.length; at += 9) places.push(at)
  return [...new Set(places)].sort((a, b) => a - b)
}
