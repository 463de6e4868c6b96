/** The file that freezes what was found before: `--baseline`. Its format is described in docs/command-line.md. */
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import { isThere, readText } from '../../node/files.ts'
import { removeDrafts, replaceFile } from '../../node/write-file.ts'
import { shownPath } from '../files/places.ts'

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(1))
const ENTRY = v.object({ path: v.string(), rule: v.string(), line: v.string(), count: COUNT })
const FILE = v.object({ version: v.literal(1), findings: v.array(ENTRY) })

/** Some 500,000 findings. */
const MAX_BYTES = 64 * 1024 * 1024

type Entry = v.InferOutput<typeof ENTRY>

/** What tells a finding from others, however far its line moves. */
export interface Fingerprint {
  readonly rule: string
  /** The text of the line that the finding starts in. */
  readonly line: string
}

/** A baseline. State: what of it has been found, and what was found besides. */
export class Baseline {
  readonly #path: string
  readonly #frozen: readonly Entry[]
  /** How often an entry has not been found yet. */
  readonly #left: Map<string, number>
  readonly #found = new Map<string, Entry>()
  readonly #looked = new Set<string>()

  /**
   * @param path absolute; paths in the file are relative to its folder
   * @throws Error with a message for a person when the file cannot be read and `mayBeMissing` is not set
   */
  constructor(path: string, { mayBeMissing }: { readonly mayBeMissing: boolean }) {
    this.#path = path
    this.#frozen = mayBeMissing && !isThere(path) ? [] : read(path)
    this.#left = new Map(this.#frozen.map((entry) => [keyOf(entry), entry.count]))
  }

  /** A file is looked at: all that is found in it will be asked for. */
  look(file: string): void {
    this.#looked.add(this.#shown(file))
  }

  /** Whether a finding of a file is an old one. Of equal ones the first are. */
  holds(file: string, fingerprint: Fingerprint): boolean {
    const entry = { path: this.#shown(file), rule: fingerprint.rule, line: hashOf(fingerprint.line), count: 1 }
    const key = keyOf(entry)
    const known = this.#found.get(key)
    this.#found.set(key, { ...entry, count: (known?.count ?? 0) + 1 })
    const left = this.#left.get(key) ?? 0
    if (left > 0) this.#left.set(key, left - 1)
    return left > 0
  }

  /** How many frozen findings are gone: from the files that were looked at, and with files that are no longer there. */
  stale(): number {
    const gone = this.#frozen.filter(({ path }) => this.#looked.has(path) || !this.#isThere(path))
    return gone.reduce((sum, entry) => sum + (this.#left.get(keyOf(entry)) ?? 0), 0)
  }

  /**
   * Writes what was found; what is frozen in files that were not looked at stays.
   * @returns the number of findings in the file
   * @throws Error of the file system
   */
  update(): number {
    const others = this.#frozen.filter(({ path }) => !this.#looked.has(path) && this.#isThere(path))
    const entries = [...others, ...this.#found.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    const lines = entries.map(({ path, rule, line, count }) => `    ${JSON.stringify({ path, rule, line, count })}`)
    const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]'
    removeDrafts(dirname(this.#path), (name) => name === basename(this.#path))
    replaceFile(this.#path, `{\n  "version": 1,\n  "findings": ${list}\n}\n`)
    return entries.reduce((sum, { count }) => sum + count, 0)
  }

  #shown(file: string): string {
    return shownPath(file, dirname(this.#path))
  }

  #isThere(path: string): boolean {
    return isThere(join(dirname(this.#path), path))
  }
}

function read(path: string): readonly Entry[] {
  const text = readText(path, { maxBytes: MAX_BYTES })
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Error('it is no JSON')
  }
  const { success, output } = v.safeParse(FILE, content)
  if (!success) throw new Error('it is no baseline of version 1')
  return output.findings
}

function keyOf({ path, rule, line }: Entry): string {
  return `${path}\n${rule}\n${line}`
}

/** No text: what is found may be a secret. */
function hashOf(line: string): string {
  const text = line.normalize('NFC').trim().replace(/\s+/g, ' ')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
