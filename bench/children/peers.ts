/** A process with the peers in it. */
import { lint } from 'markdownlint/sync'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { postMortem, type Size } from '../documents/post-mortem.ts'
import { answer } from '../kit/answer.ts'
import { type Timing, timingOf } from '../kit/timing.ts'

const remark = unified().use(remarkParse).use(remarkGfm).freeze()

/** Documents, by number. */
export interface Documents {
  readonly numbers: readonly number[]
  readonly size: Size
}

const answers = {
  /** markdownlint with its default rules: how long each document took. */
  markdownlint: (documents: Documents) => timed(documents, (text) => lint({ strings: { text } })),

  /** A plain parse, nothing done with the tree: how long each document took. */
  remark: (documents: Documents) => timed(documents, (text) => remark.parse(text)),
}

/** What this process answers. */
export type Peers = typeof answers

answer(answers)

async function timed({ numbers, size }: Documents, run: (text: string) => unknown): Promise<Timing[]> {
  const timings: Timing[] = []
  for (const number of numbers) {
    const text = postMortem(number, size)
    timings.push(await timingOf(() => run(text)))
  }
  return timings
}
