/** A process that reads hostile texts. */
import { readConfig } from '../../server/src/config/read-config.ts'
import { matchesGlob } from '../../server/src/config/wildcards.ts'
import { readMilestones } from '../../server/src/model/timeline/milestones.ts'
import { createPostMortemService } from '../../server/src/service.ts'
import * as time from '../../server/src/time/index.ts'
import { ownersIn } from '../../server/src/workspace/documents/code-owners.ts'
import * as texts from '../documents/hostile.ts'
import { handleCalls } from '../kit/handle-calls.ts'
import { PORTS } from '../kit/ports.ts'
import { timingOf } from '../kit/timing.ts'

/** Readers and what they are given. */
interface Subject {
  readonly name: string
  readonly texts: readonly texts.Hostile[]
  /** The longer of the two texts, code units. */
  readonly length: number
  readonly read: (text: string) => unknown
}

/** How long the shortest and the longest of some texts took: CPU time, ms, the least of some runs. */
export interface Grown {
  readonly subject: string
  readonly text: string
  /** Code units of the longer text; the shorter has a quarter of it. */
  readonly length: number
  readonly short: number
  readonly long: number
}

const service = createPostMortemService(PORTS)

async function findings(text: string): Promise<void> {
  const uri = 'file:///bench/hostile.md'
  service.openDocument(uri, 1, text)
  await service.view(uri)
  service.closeDocument(uri)
}

function times(text: string): void {
  time.readDates(text)
  time.readDate(text)
  time.readDurations(text)
  time.readDuration(text)
  time.readTimes(text)
  time.readTimeAtStart(text)
  time.findZone(text)
  time.readZone(text)
}

const SUBJECTS: readonly Subject[] = [
  { name: 'a line', texts: texts.LONG_LINES, length: 1_000_000, read: findings },
  { name: 'lines', texts: texts.LINES, length: 200_000, read: findings },
  { name: 'blocks', texts: texts.BLOCKS, length: 32_000, read: findings },
  { name: 'comments', texts: texts.COMMENTS, length: 20_000, read: findings },
  { name: 'times', texts: texts.TIMES, length: 20_000, read: times },
  { name: 'events', texts: texts.EVENTS, length: 40_000, read: (text) => readMilestones(text, text.slice(0, 60)) },
  { name: 'CODEOWNERS', texts: texts.OWNERS, length: 200_000, read: ownersIn },
  { name: 'configuration', texts: texts.CONFIGURATIONS, length: 90_000, read: (text) => readConfig(text) },
  { name: 'patterns', texts: texts.PATTERNS, length: 2_000, read: (text) => matchesGlob(texts.FILE_NAME, text) },
]

const handlers = {
  /** Names of what is read. */
  subjects: (_: null): string[] => SUBJECTS.map(({ name }) => name),

  /** Reads short and long texts, `part` of the length that is usual. */
  async grow({ subject, part, runs }: { subject: string; part: number; runs: number }): Promise<Grown[]> {
    const { texts, length, read } = SUBJECTS.find(({ name }) => name === subject) as Subject
    const least = async (text: string) => {
      let best = Number.POSITIVE_INFINITY
      for (let run = 0; run < runs; run++) best = Math.min(best, (await timingOf(() => read(text))).cpu)
      return best
    }
    const grown: Grown[] = []
    for (const { name, text } of texts) {
      const long = Math.ceil(length * part)
      const [shortText, longText] = [text(Math.ceil(long / 4)), text(long)]
      grown.push({ subject, text: name, length: long, short: await least(shortText), long: await least(longText) })
    }
    return grown
  },
}

/** What this process can be asked to do. */
export type HostileReader = typeof handlers

handleCalls(handlers)
