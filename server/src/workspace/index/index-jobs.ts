/** What other threads do for the index: they read files. Both ends of it. */
import { type ReadContext, readPostMortem } from '../../model/read-post-mortem.ts'
import type { Crew, FileSystem, Threads } from '../../ports.ts'
import type { Template } from '../../template/template.ts'
import type { FileRecord } from './index-store.ts'
import { LONGEST } from './limits.ts'
import { contextKey, glanceAt, summarise } from './summary.ts'

/** Given to each thread once. */
export interface IndexSetup {
  readonly templates: readonly (readonly Template[])[]
}

/** Some files to be read. */
export interface IndexJob {
  readonly contexts: readonly JobContext[]
  readonly files: readonly JobFile[]
}

/** What files are read with; `templates` is a number in the setup. */
type JobContext = Omit<ReadContext, 'templates' | 'path' | 'ruleIds'> & { readonly templates: number }

interface JobFile {
  readonly uri: string
  readonly path: string | null
  /** Number in the contexts of the job. */
  readonly context: number
}

/** What was found in a file. */
export interface ReadFile {
  /** Null for a file that is gone, or too long. */
  readonly record: FileRecord | null
  /** See `FileSystem.stamps`. */
  readonly stamp: string | null
  /** UTF-16 code units; 0 for a file that is gone. */
  readonly length: number
}

/** A file to be read, as the client writes it, with what it is read with. */
export interface FileToRead {
  readonly uri: string
  readonly context: ReadContext
}

/** Does the jobs, in a thread of its own. */
export function indexJobs({ templates }: IndexSetup, files: FileSystem): (job: IndexJob) => Promise<ReadFile[]> {
  return ({ contexts, files: wanted }) =>
    Promise.all(
      wanted.map(({ uri, path, context: number }) => {
        const { templates: set = 0, ...rest } = contexts[number] ?? { timeZone: null, dateOrder: null }
        return readFileFor({ uri, context: { ...rest, path, templates: templates[set] ?? [] } }, files)
      }),
    )
}

/** Reads a file: its stamp first, so that one that changes meanwhile has another. */
export async function readFileFor({ uri, context }: FileToRead, files: FileSystem): Promise<ReadFile> {
  const [stamp = null] = (await files.stamps?.([uri])) ?? []
  const text = await files.readFile(uri)
  if (text === null || text.length > LONGEST) return { record: null, stamp, length: text?.length ?? 0 }
  const glance = glanceAt(text, context)
  const summary = glance.mayBePostMortem ? summarise(readPostMortem(text, context), text) : null
  return { record: { ...glance, context: contextKey(context), isRead: true, summary }, stamp, length: text.length }
}

/** Threads that know some sets of templates. */
export class IndexCrew {
  readonly #sets: readonly (readonly Template[])[]
  readonly #crew: Crew<IndexJob, ReadFile[]>

  constructor(threads: Threads, contexts: readonly ReadContext[]) {
    this.#sets = [...new Set(contexts.map(({ templates }) => templates))]
    this.#crew = threads.start<IndexSetup, IndexJob, ReadFile[]>({ templates: this.#sets })
  }

  /** Jobs that should be given at the same time, so that no thread has to wait. */
  get width(): number {
    return 2 * this.#crew.size
  }

  /** What was found in each file; null when it could not be read there. */
  async read(files: readonly FileToRead[]): Promise<ReadFile[] | null> {
    const contexts: JobContext[] = []
    const numbers = new Map<string, number>()
    const wanted = files.map(({ uri, context: { templates, path, ruleIds: _, ...rest } }) => {
      const context = { ...rest, templates: this.#sets.indexOf(templates) }
      const key = JSON.stringify(context)
      const number = numbers.get(key) ?? contexts.push(context) - 1
      numbers.set(key, number)
      return { uri, path, context: number }
    })
    if (contexts.some(({ templates }) => templates < 0)) return null
    try {
      return await this.#crew.run({ contexts, files: wanted })
    } catch {
      return null
    }
  }

  /** Ends the threads. */
  stop(): void {
    this.#crew.stop()
  }
}
