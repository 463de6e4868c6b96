/**
 * What was read of files by earlier runs, and by this one for the next. A reading holds as long as the text of the file
 * and its configuration are the same. Whether its time is over, and what the others say, is for the caller to see.
 */
import type { Unreadable } from '../../ports.ts'
import { type KeptConfiguration, type KeptReading, keptText, lineOf, readKept } from './kept-readings.ts'
import { type Configuration, digestOfRead, type ReaderSetup } from './reading-jobs.ts'

/** What a cache is made of. */
export interface CacheOptions {
  /** What was kept; null: nothing. */
  readonly text: string | null
  readonly setup: ReaderSetup
  digest(text: string): string
  /** See `FileSystem`. */
  readFile(uri: string): Promise<string | null | Unreadable>
}

/** Nothing that all of it depends on. */
const KEY = ''

/** State: what was kept, and what this run has used and added. */
export class ReadingCache {
  readonly #options: CacheOptions
  readonly #setup: string
  readonly #readings = new Map<string, KeptReading>()
  readonly #configurations = new Map<string, KeptConfiguration>()
  /** URIs of what is known to be as it was. */
  readonly #used = new Set<string>()
  readonly #keys = new Map<Configuration, string>()
  readonly #digests = new Map<string, Promise<string | null>>()
  #hasChanged = false

  constructor(options: CacheOptions) {
    this.#options = options
    const { folders, config, timeZone } = options.setup
    this.#setup = options.digest(JSON.stringify([folders, config, timeZone]))
    for (const kept of options.text === null ? [] : readKept(KEY, options.text)) {
      if ('folder' in kept) this.#configurations.set(kept.folder, kept)
      else this.#readings.set(kept.uri, kept)
    }
  }

  /** The configuration of a folder, where all files that decide about it are as they were. */
  async configuration(folder: string): Promise<Configuration | null> {
    const kept = this.#configurations.get(folder)
    if (kept?.setup !== this.#setup) return null
    if (this.#used.has(folder)) return kept
    const digests = await Promise.all(kept.inputs.map(([uri]) => this.#digestOf(uri)))
    if (kept.inputs.some(([, digest], index) => digest !== digests[index])) return null
    this.#used.add(folder)
    return kept
  }

  /** Keeps the configuration of a folder. */
  setConfiguration(folder: string, configuration: Configuration): void {
    this.#configurations.set(folder, { folder, setup: this.#setup, ...configuration })
    this.#used.add(folder)
    this.#hasChanged = true
  }

  /** Changes with a configuration. */
  keyOf(configuration: Configuration): string {
    const known = this.#keys.get(configuration)
    const { file, inputs } = configuration
    const key = known ?? this.#options.digest(JSON.stringify([this.#setup, file, inputs]))
    this.#keys.set(configuration, key)
    return key
  }

  /** What was read of a file. */
  reading(uri: string, version: string, configuration: Configuration): KeptReading | null {
    const kept = this.#readings.get(uri)
    if (kept?.version !== version || kept.key !== this.keyOf(configuration)) return null
    this.#used.add(uri)
    return kept
  }

  /** Keeps what was read of a file. */
  setReading(reading: KeptReading): void {
    this.#readings.set(reading.uri, reading)
    this.#used.add(reading.uri)
    this.#hasChanged = true
  }

  /**
   * What is to be kept, without what belongs to files that are gone; null when it is what was kept.
   * @param isThere whether there is such a file or folder
   */
  text(isThere: (uri: string) => boolean): string | null {
    for (const table of [this.#readings, this.#configurations]) {
      for (const uri of [...table.keys()]) {
        if (this.#used.has(uri) || isThere(uri)) continue
        table.delete(uri)
        this.#hasChanged = true
      }
    }
    if (!this.#hasChanged) return null
    return keptText(KEY, [...this.#configurations.values(), ...this.#readings.values()].map(lineOf))
  }

  #digestOf(uri: string): Promise<string | null> {
    const { digest, readFile } = this.#options
    const found = this.#digests.get(uri) ?? readFile(uri).then((read) => digestOfRead(read, digest))
    this.#digests.set(uri, found)
    return found
  }
}
