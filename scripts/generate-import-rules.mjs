// Writes the import rules of the server's rooms into biome.json: one override per room.
// The order is the one of docs/architecture.md: a room may import only rooms to its left.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Rooms of server/src in the direction of the data. */
const ORDER = [
  'lexicon',
  'time',
  'syntax',
  'outline',
  'template',
  'model',
  'edits',
  'rules',
  'features',
  'reports',
  'workspace',
  'service',
  'lsp',
  'node',
  'web',
]
/** Rooms that import no other room of the server. */
const LEAVES = ['ports', 'config', 'protocol']
/** What every room may import: they know nothing of the product. */
const EVERYWHERE = ['display-width', 'find-secrets', 'group-by', 'memoize', 'share', 'sorted', 'text']
/** What `cli` may use, besides what those import themselves. */
const CLI_MAY = ['workspace', 'service', 'node', 'ports', 'config', 'protocol']

const LSP_LIBRARY = ['vscode-languageserver*', 'vscode-languageserver*/**', 'vscode-jsonrpc', 'vscode-jsonrpc/**']
const NODE = ['node:*']
/** Other ways to the terminal than that of {@link terminalDoor}. */
const TERMINAL = ['node:process', 'node:console', 'node:tty']
const FILES = ['node:fs', 'node:fs/**']
/** The files that read and write files, for everybody. */
const DOORS = ['server/src/node/files.ts', 'server/src/node/write-file.ts']
/** The file that hands Markdown to the protocol, made by features/markdown.ts. */
const MARKUP_DOOR = 'server/src/lsp/features.ts'
const EDITOR = ['vscode', 'vscode-languageclient', 'vscode-languageclient/**']

/** Import specifiers that lead into a room, whether it is a folder or a file. */
const into = (room) => [`**/${room}/**`, `**/${room}.ts`]

/** The rooms of the server that a room may import, including itself. */
function allowedIn(room) {
  return [...roomsFor(room), ...EVERYWHERE]
}

function roomsFor(room) {
  if (LEAVES.includes(room) || EVERYWHERE.includes(room)) return [room]
  if (room === 'time') return ['lexicon', 'time']
  if (room === 'syntax') return ['syntax']
  if (room === 'outline') return ['syntax', 'outline']
  if (room === 'lexicon') return ['lexicon']
  if (room === 'cli') return ['cli', ...CLI_MAY]
  if (room === 'node' || room === 'web') return [room, 'lsp', 'service', ...LEAVES]
  return [...ORDER.slice(0, ORDER.indexOf(room) + 1), ...LEAVES]
}

function forbidden(room, isDoor = false) {
  const allowed = allowedIn(room)
  const all = [...ORDER, ...LEAVES, ...EVERYWHERE, 'cli']
  const libraries = [...EDITOR]
  if (!['lsp', 'node', 'web'].includes(room)) libraries.push(...LSP_LIBRARY)
  if (!['node', 'cli'].includes(room)) libraries.push(...NODE)
  if (room === 'cli') libraries.push(...TERMINAL)
  const files = { group: FILES, message: `Files are read and written in ${DOORS.join(' and ')} only.` }
  return [
    ...(isDoor ? [] : [files]),
    {
      group: all.filter((r) => !allowed.includes(r)).flatMap(into),
      message: `server/src/${room} may not import that room: see docs/architecture.md.`,
    },
    { group: libraries, message: `server/src/${room} may not use that library: see docs/architecture.md.` },
  ]
}

const override = (includes, patterns, paths) => ({
  includes,
  linter: {
    rules: {
      style: { noRestrictedImports: { level: 'error', options: { ...(paths ? { paths } : {}), patterns } } },
    },
  },
})

/** What makes Markdown that an editor shows, by the library that has it. */
const markup = (library, importNames) => ({
  [library]: { importNames, message: `Markdown is shown by ${MARKUP_DOOR} only, which takes a SafeMarkdown.` },
})

/**
 * Only one file of the command line writes to the terminal; the entry reads arguments and environment of the process.
 */
function terminalDoor() {
  const message = 'Only cli/output.ts writes to the terminal: see docs/architecture.md.'
  const deniedGlobals = { console: message, process: message }
  return {
    includes: ['server/src/cli/**', '!server/src/cli/output.ts', '!server/src/cli/postmortem.ts'],
    linter: { rules: { style: { noRestrictedGlobals: { level: 'error', options: { deniedGlobals } } } } },
  }
}

/** The overrides of biome.json: one for each room, and those for the doors: files, the client, the terminal. */
export function importRules() {
  const rooms = [...ORDER, ...LEAVES, ...EVERYWHERE, 'cli'].map((room) =>
    override(
      [`server/src/${room}/**`, `server/src/${room}.ts`],
      forbidden(room),
      room === 'lsp' ? markup('vscode-languageserver', ['MarkupContent', 'MarkupKind', 'MarkedString']) : undefined,
    ),
  )
  const server = {
    group: ['**/server/src/**', '!**/server/src/protocol.ts'],
    message: 'client imports only protocol.ts of the server: see docs/architecture.md.',
  }
  return [
    ...rooms,
    override(DOORS, forbidden('node', true)),
    override([MARKUP_DOOR], forbidden('lsp')),
    override(
      ['client/src/**'],
      [server, { group: NODE, message: 'client runs in the browser too.' }],
      markup('vscode', ['MarkdownString']),
    ),
    terminalDoor(),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = new URL('../biome.json', import.meta.url)
  const biome = JSON.parse(readFileSync(file, 'utf8'))
  biome.overrides = importRules()
  writeFileSync(file, `${JSON.stringify(biome, null, 2)}\n`)
}
