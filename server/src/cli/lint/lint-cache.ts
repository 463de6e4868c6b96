/**
 * What was found in files, kept on disk: `--cache`. An entry holds as long as its text, its configuration and this tool
 * are the same. Whether the other files still say what it was told, and whether its time is over, is for the caller to
 * see. The file begins with a line that tells it from every other file, with a digest of what follows.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FileRecord } from '../../service.ts'
import { reasonOf } from '../files/places.ts'
import { replaceFile } from '../files/write-file.ts'
import { digestOf, smallText } from './digest.ts'
import type { Configuration, Linted, ReadingSetup } from './jobs.ts'

/** The first word of the file. */
const MAGIC = 'postmortem-lint-cache'
const NAME = '.postmortemcache'

/** Something that was read of a text. */
interface Entry {
  /** Digest of the text. */
  readonly text: string
  /** Of all else that it was read with. */
  readonly key: string
}

interface LintEntry extends Entry {
  /** ms since the epoch: earlier, something else may be found. */
  readonly from: number
  readonly linted: Linted
}

interface RecordEntry extends Entry {
  readonly record: FileRecord
}

interface ConfigurationEntry {
  /** Digest of what all files of the run have in common. */
  readonly setup: string
  readonly configuration: Configuration
}

/** By URI; configurations by URI of the folder, or of the document that stands in none. */
interface Content {
  readonly linted: Record<string, LintEntry>
  readonly records: Record<string, RecordEntry>
  readonly configurations: Record<string, ConfigurationEntry>
}

/** What a cache depends on as a whole. */
export interface CacheOptions {
  /** Absolute path of the file. */
  readonly path: string
  /** Another text for each version of this tool. */
  readonly build: string
  readonly setup: ReadingSetup
  /** IANA name of the reader's zone. */
  readonly zone: string
}

/** The file for `--cache-location`, as ESLint takes it: a folder, or a file; null: the usual place. Absolute. */
export function cachePath(location: string | null, cwd: string): string {
  if (location === null) {
    const modules = join(cwd, 'node_modules')
    return existsSync(modules) ? join(modules, '.cache', 'postmortem', NAME) : join(cwd, NAME)
  }
  const path = resolve(cwd, location)
  return /[\\/]$/.test(location) || isFolder(path) ? join(path, NAME) : path
}

/** State: what is in the file, and what this run has used and added. */
export class LintCache {
  /** Absolute path of its file. */
  readonly path: string
  readonly #build: string
  readonly #setup: string
  readonly #content: Content
  readonly #used = new Set<string>()
  readonly #keys = new Map<Configuration, string>()
  readonly #digests = new Map<string, string | null>()
  #hasChanged = false

  /** A file that is not there, or cannot be used, is an empty cache. */
  constructor({ path, build, setup, zone }: CacheOptions) {
    this.path = path
    this.#build = build
    this.#setup = digestOf(JSON.stringify([setup.folders, setup.config, zone]))
    this.#content = read(path, build) ?? { linted: {}, records: {}, configurations: {} }
  }

  /** The configuration of a folder, where all files that decide about it are as they were. */
  configuration(folder: string): Configuration | null {
    const entry = this.#content.configurations[folder]
    if (!entry || this.#used.has(folder)) return entry?.configuration ?? null
    const isSame = ([uri, digest]: Configuration['inputs'][number]) => this.#digestOfFile(uri) === digest
    if (entry.setup !== this.#setup || !entry.configuration.inputs.every(isSame)) return null
    this.#used.add(folder)
    return entry.configuration
  }

  /** Keeps the configuration of a folder. */
  setConfiguration(folder: string, configuration: Configuration): void {
    this.#content.configurations[folder] = { setup: this.#setup, configuration }
    this.#used.add(folder)
    this.#hasChanged = true
  }

  /** What was found in a text at a time before. What it may say today is for the caller to see: see `Linted.until`. */
  linted(uri: string, digest: string, configuration: Configuration, now: number): Linted | null {
    const entry = this.#content.linted[uri]
    if (!entry || entry.text !== digest || entry.key !== this.#keyOf(configuration) || now < entry.from) return null
    this.#used.add(uri)
    return entry.linted
  }

  /** Keeps what was found in a text. */
  setLinted(uri: string, digest: string, configuration: Configuration, from: number, linted: Linted): void {
    this.#content.linted[uri] = { text: digest, key: this.#keyOf(configuration), from, linted }
    this.#used.add(uri)
    this.#hasChanged = true
  }

  /** What others may know of a text. */
  record(uri: string, digest: string, configuration: Configuration): FileRecord | null {
    const entry = this.#content.records[uri]
    if (!entry || entry.text !== digest || entry.key !== this.#keyOf(configuration)) return null
    this.#used.add(uri)
    return entry.record
  }

  /** Keeps what others may know of a text. */
  setRecord(uri: string, digest: string, configuration: Configuration, record: FileRecord): void {
    this.#content.records[uri] = { text: digest, key: this.#keyOf(configuration), record }
    this.#used.add(uri)
    this.#hasChanged = true
  }

  /**
   * Writes what has changed, without the entries of files that are gone.
   * @throws Error with a message for a person
   */
  save(): void {
    for (const table of Object.values(this.#content)) {
      for (const uri of Object.keys(table)) {
        if (this.#used.has(uri) || isThere(uri)) continue
        delete table[uri]
        this.#hasChanged = true
      }
    }
    if (!this.#hasChanged) return
    const text = JSON.stringify(this.#content)
    try {
      const before = isOurs(this.path)
      if (before === false) throw new Error('it is something else')
      mkdirSync(dirname(this.path), { recursive: true })
      replaceFile(this.path, `${headOf(this.#build, text)}\n${text}\n`)
    } catch (error) {
      throw error instanceof Error && !('code' in error) ? error : new Error(reasonOf(error))
    }
  }

  #keyOf(configuration: Configuration): string {
    const known = this.#keys.get(configuration)
    const key = known ?? digestOf(JSON.stringify([this.#setup, configuration]))
    this.#keys.set(configuration, key)
    return key
  }

  #digestOfFile(uri: string): string | null {
    const known = this.#digests.get(uri)
    if (known !== undefined) return known
    const text = uri.startsWith('file:') ? smallText(fileURLToPath(uri)) : null
    const digest = text === null ? null : digestOf(text)
    this.#digests.set(uri, digest)
    return digest
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function headOf(build: string, text: string): string {
  return `${MAGIC} ${digestOf(`${build}\n${text}`)}`
}

function read(path: string, build: string): Content | null {
  try {
    const text = readFileSync(path, 'utf8')
    const end = text.indexOf('\n')
    const content = text.slice(end + 1, -1)
    return text.slice(0, end) === headOf(build, content) ? JSON.parse(content) : null
  } catch {
    return null
  }
}

/** Whether a file is a cache; null: there is none. An empty one is nothing that anybody would miss. */
function isOurs(path: string): boolean | null {
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  return text === '' || text.startsWith(MAGIC)
}

function isThere(uri: string): boolean {
  return uri.startsWith('file:') && existsSync(fileURLToPath(uri))
}
