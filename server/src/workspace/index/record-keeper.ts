/** Keeps the records of one folder from one session to the next, where the platform has a store for them. */
import type { Ports } from '../../ports.ts'
import type { FileRecord } from './file-record.ts'
import { type KeptReading, keptText, lineOf, readKept } from './kept-readings.ts'

/** Records that are read or written at a time: then others have a turn. */
const RECORDS_AT_ONCE = 250
/** Until the records are written: there may be more to come. What is lost by then is read again. */
const DEBOUNCE_MS = 3_000
/** Until they are written for the sake of a few. */
const DEBOUNCE_FEW_MS = 300_000
const FEW_RECORDS = 50

/** State: the stamps of the files that were read, and how many of them are not kept yet. */
export class RecordKeeper {
  readonly #name: string
  readonly #key: string
  readonly #ports: Ports
  readonly #stamps = new Map<string, string>()
  #changed = 0
  #timer: { cancel(): void } | null = null
  /** What the timer will do. */
  #writeNow: (() => Promise<void>) | null = null
  /** ms that it waits for. */
  #rest = 0
  #isStopped = false

  /**
   * @param name of the folder
   * @param key what all records depend on besides their files and configurations
   */
  constructor(name: string, key: string, ports: Ports) {
    this.#name = name
    this.#key = key
    this.#ports = ports
  }

  /** Gives the records of files that have not changed since. */
  async restore(
    wanted: ReadonlySet<string>,
    given: (uri: string) => string,
    accept: (uri: string, record: FileRecord) => Promise<boolean>,
  ): Promise<void> {
    const { files, store } = this.#ports
    const text = files.stamps && (await store?.load(this.#name))
    if (!text) return
    let some: KeptReading[] = []
    const acceptSome = async () => {
      const kept = some
      some = []
      const now = (await files.stamps?.(kept.map(({ uri }) => given(uri)))) ?? []
      for (const [index, { uri, version, record }] of kept.entries())
        if (record && version === now[index] && (await accept(uri, record))) this.#stamps.set(uri, version)
    }
    for (const kept of readKept(this.#key, text)) {
      if (this.#isStopped) return
      if ('uri' in kept && wanted.has(kept.uri)) some.push(kept)
      if (some.length >= RECORDS_AT_ONCE) await acceptSome()
    }
    await acceptSome()
  }

  /** A file was read; without a stamp its record cannot be kept. */
  noted(uri: string, stamp: string | null): void {
    this.#changed++
    if (stamp === null) this.#stamps.delete(uri)
    else this.#stamps.set(uri, stamp)
  }

  /** Writes the records after a while, if there is something new. */
  keep(recordOf: (uri: string) => FileRecord | null): void {
    if (!this.#ports.store || this.#isStopped || this.#changed === 0) return
    const rest = this.#changed > FEW_RECORDS ? DEBOUNCE_MS : DEBOUNCE_FEW_MS
    if (this.#timer && this.#rest <= rest) return
    this.#timer?.cancel()
    this.#rest = rest
    this.#writeNow = async () => {
      this.#timer = null
      this.#writeNow = null
      try {
        await this.#write(recordOf)
      } catch (error) {
        this.#ports.logger.warn(`The index is not kept: ${error}`)
      }
    }
    this.#timer = this.#ports.scheduler.after(rest, () => void this.#writeNow?.())
  }

  /** Writes what waits to be written: the session ends. */
  async finish(): Promise<void> {
    this.#timer?.cancel()
    await this.#writeNow?.()
  }

  /** Nothing is read or written any more. */
  stop(): void {
    this.#isStopped = true
    this.#timer?.cancel()
  }

  async #write(recordOf: (uri: string) => FileRecord | null): Promise<void> {
    this.#changed = 0
    const lines: string[] = []
    for (const [uri, stamp] of [...this.#stamps]) {
      const record = recordOf(uri)
      if (record && !record.isGlance)
        lines.push(lineOf({ uri, version: stamp, key: record.contextKey, record, lint: null }))
      if (lines.length % RECORDS_AT_ONCE === 0) await this.#pause()
      if (this.#isStopped) return
    }
    const text = keptText(this.#key, lines)
    if (text !== null) await this.#ports.store?.save(this.#name, text)
  }

  #pause(): Promise<void> {
    return new Promise((resume) => {
      this.#ports.scheduler.after(0, resume)
    })
  }
}
