/** `postmortem inspect --explain`: prints why files are read as post-mortems, or are not. */
import type { Explanation, PostMortemService } from '../../service.ts'
import type { CliEnvironment } from '../environment.ts'
import { apart, lineCounter } from '../files/lines.ts'
import { readPath } from '../files/read-path.ts'

/** Returns the exit code: 2 when a file could not be read. */
export async function runExplain(
  service: PostMortemService,
  paths: readonly string[],
  environment: Pick<CliEnvironment, 'cwd' | 'output'>,
): Promise<number> {
  let code = 0
  const explained: string[][] = []
  for (const name of paths) {
    const file = readPath(name, environment)
    if (file === null) code = 2
    else {
      const explanation = await service.explainFile({ ...file, name, lineAt: lineCounter(file.text) })
      explained.push(explainedLines(name, explanation))
    }
  }
  environment.output.print(...apart(explained))
  return code
}

function explainedLines(name: string, { verdict, evidence, sum, threshold, changes }: Explanation<number>): string[] {
  const weights = [...evidence.map(({ weight }) => signed(weight)), String(sum)]
  const width = Math.max(...weights.map((weight) => weight.length))
  const lines = evidence.map(({ feature, weight, reason, at }) => {
    return `  ${signed(weight).padStart(width)}  ${feature}${at === null ? '' : `, line ${at}`}: ${reason}`
  })
  return [
    `${name}: ${verdict}`,
    ...lines,
    `  ${String(sum).padStart(width)}  in all; from ${threshold} on it is a post-mortem.`,
    ...changes.map((change) => `  ${change}`),
  ]
}

function signed(weight: number): string {
  return weight > 0 ? `+${weight}` : String(weight)
}
