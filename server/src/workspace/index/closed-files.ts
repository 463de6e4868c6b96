/** Reads files that are open in no editor, many at a time. What comes of one is plain data. */
import { type FolderFacts, NO_FOLDER_FACTS } from '../../model/folder-facts.ts'
import type { Clock, FileSystem, Ports } from '../../ports.ts'
import { lintConfiguration, lintDocument, NOTHING_FOUND } from '../../reports/lint.ts'
import { findingsInConfig } from '../../rules/hygiene/invalid-config.ts'
import { untilNextDay } from '../../time/index.ts'
import { type View, Views } from '../documents/views.ts'
import { type FileReading, type FileToRead, glanceAt, readRecord, readTwice, recordOf } from './file-record.ts'
import {
  type Configuration,
  digestOfRead,
  type FileLint,
  type ReadAnswers,
  type ReaderSetup,
  type ReadFiles,
  type ReadJob,
} from './reading-jobs.ts'

/** What reading files takes. */
export interface ReaderPorts extends Pick<Ports, 'files' | 'scheduler' | 'logger'> {
  /** Changes with the text. */
  digest(text: string): string
}

/** Starts to read files, with a service of its own that reads each configuration once. */
export function startReading(setup: ReaderSetup, ports: ReaderPorts): ReadFiles {
  const reader = new FileReader(setup, ports)
  const readFiles = (job: ReadJob): Promise<ReadAnswers[ReadJob['kind']][]> => {
    if (job.kind === 'record') return Promise.all(job.files.map((file) => reader.record(file)))
    if (job.kind === 'lint') return reader.lintAll(job.files, job.withFixed)
    return Promise.all(job.uris.map((uri) => reader.configuration(uri)))
  }
  return readFiles as ReadFiles
}

/** State: configurations, and digests of all files that they were read from. */
class FileReader {
  readonly #views: Views
  readonly #ports: ReaderPorts
  readonly #clock: Clock
  readonly #digests = new Map<string, string | null>()

  constructor({ folders, config, now, timeZone }: ReaderSetup, ports: ReaderPorts) {
    this.#ports = ports
    this.#clock = { now: () => now, timeZone: () => timeZone }
    const files: FileSystem = {
      ...ports.files,
      readFile: async (uri, within) => {
        const text = await ports.files.readFile(uri, within)
        this.#digests.set(uri, digestOfRead(text, ports.digest))
        return text
      },
    }
    this.#views = new Views({ ...ports, files, clock: this.#clock })
    this.#views.configurations.setFolders(folders)
    if (config !== null) this.#views.configurations.choose(config)
  }

  /** What others may know of a file. */
  async record(file: FileToRead): Promise<FileReading> {
    return readRecord(file, await this.#views.contextOf(file.uri), this.#ports.files)
  }

  /** What is found in files, one after the other. */
  async lintAll(files: readonly FileToRead[], withFixed: boolean): Promise<FileLint[]> {
    const list: FileLint[] = []
    for (const { uri, text, folder = NO_FOLDER_FACTS } of files) {
      // Lets others have a turn: a signal must get through.
      await new Promise<void>((resume) => void this.#ports.scheduler.after(0, resume))
      const read = text ?? (await this.#ports.files.readFile(uri))
      const lint = await this.#lint(uri, typeof read === 'string' ? read : '', folder)
      const isFixable = lint.result.fixed !== null
      const shorter = withFixed ? {} : { result: { ...lint.result, fixed: null }, collectedFixed: null }
      list.push({ ...lint, ...shorter, isFixable })
    }
    return list
  }

  async configuration(uri: string): Promise<Configuration> {
    const { configurations } = this.#views
    const [file, inputs] = [await configurations.fileOf(uri), await configurations.filesFor(uri)]
    return { file, inputs: inputs.map((input) => [input, this.#digests.get(input) ?? null] as const) }
  }

  async #lint(uri: string, text: string, folder: FolderFacts): Promise<Omit<FileLint, 'isFixable'>> {
    const { configurations } = this.#views
    const nothing = { collected: null, collectedFixed: null, until: null }
    if (configurations.isConfig(uri)) {
      const { config } = await configurations.forDocument(uri)
      const findings = findingsInConfig(await configurations.check(uri, text), config)
      return { ...nothing, result: lintConfiguration({ findings }), record: null }
    }
    const context = await this.#views.contextOf(uri)
    const glance = glanceAt(text, context)
    if (!glance.isGlance) return { ...nothing, result: NOTHING_FOUND, record: glance }
    const { view, reading } = await this.#views.readClosed(uri, text, folder)
    const read = readTwice(text, context, folder, reading)
    const record = recordOf(glance, read, folder, context, text)
    return { ...lintDocument(view), record, until: this.#until(view) }
  }

  /**
   * What is in the future comes nearer by the minute. Actions become late at midnight, and stay so; what is not in the
   * future now never will be.
   */
  #until({ findings, postMortem, now }: View): number | null {
    const time = this.#clock.now()
    if (findings.some(({ rule }) => rule === 'future-date')) return time
    const { date, zone } = now
    const isDueLater = postMortem.actionItems.some(
      ({ dueDate }) => dueDate !== null && date !== null && dueDate >= date,
    )
    return isDueLater ? time + (zone?.id ? untilNextDay(time, zone.id) : 0) : null
  }
}
