/** A process with the peers in it. */
import { GFM, parser } from '@lezer/markdown'
import { lint } from 'markdownlint/sync'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { postMortem, type Size } from '../documents/post-mortem.ts'
import { handleCalls } from '../kit/handle-calls.ts'
import { type Timing, timingOf } from '../kit/timing.ts'

const remark = unified().use(remarkParse).use(remarkGfm).freeze()
const lezer = parser.configure(GFM)

/** Documents, by number. */
export interface Documents {
  readonly numbers: readonly number[]
  readonly size: Size
}

const handlers = {
  /** markdownlint with its default rules: how long each document took. */
  markdownlint: (documents: Documents) => timed(documents, (text) => lint({ strings: { text } })),

  /** A plain parse, nothing done with the tree: how long each document took. */
  remark: (documents: Documents) => timed(documents, (text) => remark.parse(text)),

  /** The parser of the CodeMirror editor, nothing done with the tree: how long each document took. */
  lezer: (documents: Documents) => timed(documents, (text) => lezer.parse(text)),
}

/** What this process can be called for. */
export type Peers = typeof handlers

handleCalls(handlers)

async function timed({ numbers, size }: Documents, run: (text: string) => unknown): Promise<Timing[]> {
  const timings: Timing[] = []
  for (const number of numbers) {
    const text = postMortem(number, size)
    timings.push(await timingOf(() => run(text)))
  }
  return timings
}
