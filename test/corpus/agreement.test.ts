/**
 * A document is understood alike in an editor, in a run over its folder, and named alone on the command line: over the
 * real documents of both corpora, each repository by itself.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ReportedFinding } from '../../server/src/cli/lint/lint-format.ts'
import { readerZone } from '../../server/src/cli/reader-zone.ts'
import { BLOCKING_FILES } from '../../server/src/node/files.ts'
import { IMMEDIATE_SCHEDULER } from '../../server/src/node/reading-thread.ts'
import { inspect } from '../../server/src/reports/inspect.ts'
import { createPostMortemService, type View } from '../../server/src/service.ts'
import { findings, run } from '../cli/kit.ts'
import { lineOf } from '../kit/document.ts'
import { atMost } from '../kit/sampling.ts'
import { CORPUS, HAS_CORPUS } from './corpus.ts'

/** Also of the command line, in whose tests it is always this day. */
const NOW = '2026-03-01T12:00:00Z'
/** Documents of a repository; in `deep` all. */
const DOCUMENTS = 2

const REPOSITORIES = HAS_CORPUS
  ? ['documents', 'second/documents'].flatMap((corpus) =>
      readdirSync(join(CORPUS, corpus)).map((name) => ({ name, folder: join(CORPUS, corpus, name) })),
    )
  : []

/** An editor with the repository as its workspace folder. */
function editorOf(folder: string) {
  const service = createPostMortemService({
    files: BLOCKING_FILES,
    clock: { now: () => Date.parse(NOW), timeZone: readerZone },
    scheduler: IMMEDIATE_SCHEDULER,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  service.setFolders([pathToFileURL(folder).href])
  return service
}

/** What a document says when it is opened, once the others are known. */
async function opened(service: ReturnType<typeof editorOf>, path: string): Promise<View> {
  const uri = pathToFileURL(path).href
  service.openDocument(uri, 1, readFileSync(path, 'utf8'))
  await service.view(uri)
  await service.indexed(uri)
  const view = await service.view(uri)
  service.closeDocument(uri)
  return view ?? expect.fail('it is not open')
}

const shown = (path: string, list: readonly ReportedFinding[]) =>
  list
    .filter((one) => one.path === path)
    .map(({ line, rule, severity, message }) => `${line} ${severity} ${rule} ${message}`)

function shownInEditor({ findings: list, postMortem, text }: View): string[] {
  return list.map(({ section, start, severity, rule, message }) => {
    const line = lineOf(text, (postMortem.starts[section] ?? 0) + start)
    return `${line} ${severity === 'information' ? 'info' : severity} ${rule} ${message}`
  })
}

describe.skipIf(!HAS_CORPUS).each(REPOSITORIES)('the documents of $name', ({ folder }) => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()

  it('are understood alike everywhere', async () => {
    const together = await findings(folder, ['.'], { now: NOW })
    const editor = editorOf(folder)
    for (const name of atMost(names, DOCUMENTS)) {
      const alone = await run(folder, ['inspect', '--format', 'json', name])
      const view = await opened(editor, join(folder, name))
      const at = (section: number, start: number) => lineOf(view.text, (view.postMortem.starts[section] ?? 0) + start)
      const inEditor = inspect(name, view.postMortem, ({ section, start }) => at(section, start))
      expect(JSON.parse(alone.out)[0], name).toEqual(JSON.parse(JSON.stringify(inEditor)))
      expect(shownInEditor(view), name).toEqual(shown(name, together))
      expect(shown(name, await findings(folder, [name], { now: NOW })), name).toEqual(shown(name, together))
    }
  })
})
