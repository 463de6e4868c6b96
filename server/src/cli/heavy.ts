/**
 * All of the command line that needs the service, with the parser and the rules: a bundle of its own, which is loaded when
 * it is first needed. Each thread that reads files runs it, too.
 */
import { answerJobs, poolRole } from '../node/worker-pool.ts'
import { digestOf } from './lint/digest.ts'
import { type DoJob, type Job, type JobAnswers, type Linted, READING, type ReadingSetup } from './lint/jobs.ts'
import { writeError } from './output.ts'
import { LOCAL_FILES, startService } from './start-service.ts'

export { runInspect } from './commands/inspect.ts'
export { runRules } from './commands/list-rules.ts'
export { runTemplateCheck } from './commands/template-check.ts'
export { LOCAL_FILES, startService } from './start-service.ts'

if (poolRole() === READING) answerJobs<ReadingSetup, Job, JobAnswers[Job['kind']][]>(startReading)

/** Reads and checks files: by one service, which reads each configuration once. */
export function startReading({ folders, config, now }: ReadingSetup): DoJob {
  const digests = new Map<string, string | null>()
  const files: typeof LOCAL_FILES = {
    ...LOCAL_FILES,
    readFile: async (uri) => {
      const text = await LOCAL_FILES.readFile(uri)
      digests.set(uri, text === null ? null : digestOf(text))
      return text
    },
  }
  const world = { files, now: () => now, error: writeError }
  // What is wrong with a configuration is a finding, and need not be said twice.
  const service = startService(folders, world, () => undefined)
  if (config !== null) service.chooseConfig(config)

  async function lint({ files: given, withFixed }: Extract<Job, { kind: 'lint' }>): Promise<Linted[]> {
    const list: Linted[] = []
    for (const { uri, text, answers } of given) {
      // Lets a signal through.
      await new Promise((resume) => setImmediate(resume))
      const linted = await service.lintFile(uri, text, answers)
      const { result } = linted
      const isFixable = result.fixed !== null
      list.push({ ...linted, isFixable, result: withFixed ? result : { ...result, fixed: null } })
    }
    return list
  }

  const doJob = async (job: Job): Promise<JobAnswers[Job['kind']][]> => {
    if (job.kind === 'lint') return lint(job)
    if (job.kind === 'summarise') return Promise.all(job.files.map(({ uri, text }) => service.summariseFile(uri, text)))
    return Promise.all(
      job.uris.map(async (uri) => {
        const [file, inputs] = [await service.configOf(uri), await service.configFiles(uri)]
        return { file, inputs: inputs.map((input) => [input, digests.get(input) ?? null] as const) }
      }),
    )
  }
  return doJob as DoJob
}
