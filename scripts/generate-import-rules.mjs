// Writes the import rules of the server's rooms into biome.json: one override per room.
// The order is the one of docs/architecture.md: a room may import only what stands left of it.
import { readFileSync, writeFileSync } from 'node:fs'

/** Rooms of server/src in the direction of the data. */
const ORDER = [
  'time',
  'syntax',
  'outline',
  'template',
  'model',
  'rules',
  'features',
  'workspace',
  'service',
  'lsp',
  'node',
  'web',
]
/** Rooms that import no other room of the server. */
const LEAVES = ['ports', 'config', 'protocol']
/** What `cli` may use, besides what those import themselves. */
const CLI_MAY = ['service', 'node', 'ports', 'config', 'protocol']

const LSP_LIBRARY = ['vscode-languageserver', 'vscode-languageserver/**']
const LSP_TYPES = ['vscode-languageserver-types', 'vscode-languageserver-protocol', 'vscode-languageserver-protocol/**']
const NODE = ['node:*']
const EDITOR = ['vscode', 'vscode-languageclient', 'vscode-languageclient/**']

/** Import specifiers that lead into a room, whether it is a folder or a file. */
const into = (room) => [`**/${room}/**`, `**/${room}.ts`]

function forbidden(room) {
  const all = [...ORDER, ...LEAVES, 'cli']
  let allowed
  if (LEAVES.includes(room)) allowed = [room]
  else if (room === 'cli') allowed = ['cli', ...CLI_MAY]
  else if (room === 'node' || room === 'web') allowed = [room, 'lsp', 'service', ...LEAVES]
  else allowed = [...ORDER.slice(0, ORDER.indexOf(room) + 1), ...LEAVES]
  if (room === 'time' || room === 'syntax' || room === 'outline')
    allowed = [...ORDER.slice(1, 3).filter((r) => r !== 'outline' || room === 'outline'), room]
  if (room === 'time') allowed = ['time']
  const libraries = [...EDITOR]
  if (!['lsp', 'node', 'web'].includes(room)) libraries.push(...LSP_LIBRARY)
  if (!['features', 'workspace', 'service', 'lsp', 'node', 'web'].includes(room)) libraries.push(...LSP_TYPES)
  if (!['node', 'cli'].includes(room)) libraries.push(...NODE)
  return [
    {
      group: all.filter((r) => !allowed.includes(r)).flatMap(into),
      message: `server/src/${room} may not import that room: see docs/architecture.md.`,
    },
    { group: libraries, message: `server/src/${room} may not use that library: see docs/architecture.md.` },
  ]
}

const override = (includes, patterns) => ({
  includes,
  linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
})

const overrides = [...ORDER, ...LEAVES, 'cli'].map((room) =>
  override([`server/src/${room}/**`, `server/src/${room}.ts`], forbidden(room)),
)
overrides.push(
  override(
    ['client/src/**'],
    [
      {
        group: ['**/server/src/**', '!**/server/src/protocol.ts'],
        message: 'client imports only protocol.ts of the server: see docs/architecture.md.',
      },
      { group: NODE, message: 'client runs in the browser too.' },
    ],
  ),
)

const file = new URL('../biome.json', import.meta.url)
const biome = JSON.parse(readFileSync(file, 'utf8'))
biome.overrides = overrides
writeFileSync(file, `${JSON.stringify(biome, null, 2)}\n`)
