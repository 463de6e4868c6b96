/** The command line `postmortem`. Exit codes: 0 fine, 1 findings, 2 wrong usage, configuration or files. */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { nodeFiles } from '../node/files.ts'
import type { FileSystem } from '../ports.ts'
import { createPostMortemService } from '../service.ts'
import { VERSION } from '../version.ts'
import { runInspect } from './inspect.ts'
import type { Output } from './output.ts'
import { runTemplateCheck } from './template-check.ts'

const USAGE = `postmortem ${VERSION}: reads incident post-mortems in Markdown

usage:
  postmortem inspect [--format text|json] FILE...   print what was understood of each file
  postmortem template check FILE...                 print what each template demands, and its mistakes
  postmortem --version | --help
`

const NOWHERE: FileSystem = { readFile: async () => null, exists: async () => false, findFiles: async () => [] }

/** Runs a command; returns the exit code. */
export async function main(args: readonly string[], output: Output): Promise<number> {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return misuse(output, error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [command, ...paths] = positionals
  if (values.version) output.print(VERSION)
  else if (values.help) output.print(USAGE.trimEnd())
  else if (command === 'inspect') {
    const { format } = values
    if (format !== 'json' && format !== 'text') return misuse(output, `--format is text or json, not "${format}"`)
    if (paths.length === 0) return misuse(output, 'inspect: which file?')
    const files = nodeFiles(NOWHERE)
    return runInspect(service(files, output), files, paths, format, output)
  } else if (command === 'template') {
    const [action, ...templates] = paths
    if (action !== 'check') return misuse(output, 'template: only "template check FILE..." is known')
    if (templates.length === 0) return misuse(output, 'template check: which file?')
    const files = nodeFiles(NOWHERE)
    return runTemplateCheck(service(files, output), files, templates, output)
  } else return misuse(output, command === undefined ? 'no command' : `unknown command "${command}"`)
  return 0
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  })
}

function misuse(output: Output, why: string): number {
  output.error(`postmortem: ${why}\n\n${USAGE.trimEnd()}`)
  return 2
}

function service(files: FileSystem, output: Output) {
  const made = createPostMortemService({
    files,
    clock: { now: () => Date.now(), timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone },
    scheduler: { after: () => ({ cancel: () => undefined }) },
    logger: { info: () => undefined, warn: (text) => output.error(text), error: (text) => output.error(text) },
  })
  made.setFolders([pathToFileURL(process.cwd()).href])
  return made
}
