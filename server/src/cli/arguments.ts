/** The arguments of the command line, and what to say of wrong ones. */
import { parseArgs } from 'node:util'
import { closestName } from '../config/nearest.ts'

/** Every option of every command. */
const OPTIONS = {
  all: { type: 'boolean' },
  baseline: { type: 'string' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  config: { type: 'string' },
  'due-within': { type: 'string' },
  explain: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'fail-on-overdue': { type: 'boolean' },
  fix: { type: 'boolean' },
  format: { type: 'string' },
  group: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  level: { type: 'string' },
  'max-warnings': { type: 'string' },
  'output-file': { type: 'string', multiple: true },
  overdue: { type: 'boolean' },
  owner: { type: 'string' },
  quiet: { type: 'boolean' },
  stdin: { type: 'boolean' },
  'stdin-path': { type: 'string' },
  today: { type: 'boolean' },
  'update-baseline': { type: 'boolean' },
  version: { type: 'boolean' },
} as const

type OptionName = keyof typeof OPTIONS

/** What was given: values of options by name, and everything else in order. */
export interface Arguments {
  readonly values: {
    readonly [K in OptionName]?: (typeof OPTIONS)[K] extends { readonly multiple: true }
      ? readonly string[]
      : (typeof OPTIONS)[K]['type'] extends 'boolean'
        ? boolean
        : string
  }
  readonly positionals: readonly string[]
}

/** The options of each command, besides `--help`. */
export const COMMANDS: Readonly<Record<string, readonly OptionName[]>> = {
  lint: [
    'baseline',
    'cache',
    'cache-location',
    'config',
    'fail-on',
    'fix',
    'format',
    'level',
    'max-warnings',
    'output-file',
    'quiet',
    'stdin',
    'stdin-path',
    'today',
    'update-baseline',
  ],
  actions: ['all', 'due-within', 'fail-on-overdue', 'format', 'group', 'overdue', 'owner'],
  incidents: ['format', 'group'],
  rules: ['format'],
  inspect: ['explain', 'format'],
  template: [],
}

/** The arguments, or what is wrong with them. */
export function readArguments(args: readonly string[]): Arguments | { readonly wrong: string } {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const [command] = positionals
  const known = COMMANDS[command ?? '']
  if (command !== undefined && !known) return { wrong: unknown('command', command, Object.keys(COMMANDS)) }
  const allowed: readonly string[] = [...(known ?? ['version']), 'help']
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!allowed.includes(name))
      return {
        wrong: unknown(
          'option',
          rawName,
          allowed.map((other) => `--${other}`),
        ),
      }
    const { type } = OPTIONS[name as OptionName]
    if (type === 'boolean' && value !== undefined) return { wrong: `${rawName} takes no value` }
    if (type === 'string' && (!value || (!inlineValue && value.startsWith('-'))))
      return { wrong: `${rawName} needs a value` }
  }
  return { values: values as Arguments['values'], positionals }
}

/** One of some words, or what is wrong with it. */
export function oneOf<T extends string>(option: string, value: T | string, words: readonly T[]): T | { wrong: string } {
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  return { wrong: `${option} is ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, not "${value}"` }
}

/** What to say of a name that there is not. */
export function unknown(what: string, name: string, names: readonly string[]): string {
  const bare = name.replace(/^-+/, '')
  const known = names.map((other) => other.replace(/^-+/, ''))
  const letters = (word: string) => [...word].sort().join('')
  const near = known.find((other) => letters(other) === letters(bare)) ?? closestName(bare, known)
  const prefix = name.startsWith('--') ? '--' : ''
  return `unknown ${what} "${name}"${near === null ? '' : `: did you mean "${prefix}${near}"?`}`
}
