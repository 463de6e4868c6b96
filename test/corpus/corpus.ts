/** The real post-mortems of two corpora next to the repository, where they are. They are test data and no part of the project. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../kit/fixtures.ts'
import { sampled } from '../kit/sampling.ts'

/** The folder of both corpora. */
export const CORPUS = join(ROOT, '..', 'shared', 'corpus')

/** Whether they are there; tests that need it are skipped, and say so, where it is not. */
export const HAS_CORPUS = existsSync(join(CORPUS, 'SOURCES.tsv'))
if (!HAS_CORPUS) console.warn('There is no corpus at ../shared/corpus: the tests on real documents are skipped.')

/** One document of a corpus. */
export interface CorpusDocument {
  readonly corpus: 'first' | 'second'
  readonly name: string
  readonly path: string
  readonly kind: 'report' | 'template'
  readonly text: string
}

const FOLDERS = { first: CORPUS, second: join(CORPUS, 'second') } as const

/** The documents that a run looks at, in the order of their lists: one in eight, in `deep` all. */
export function corpusDocuments(): CorpusDocument[] {
  return [...documentsOf('first'), ...documentsOf('second')]
}

function documentsOf(corpus: CorpusDocument['corpus']): CorpusDocument[] {
  const folder = FOLDERS[corpus]
  if (!existsSync(join(folder, 'SOURCES.tsv'))) return []
  const [, ...rows] = readFileSync(join(folder, 'SOURCES.tsv'), 'utf8').trim().split('\n')
  return sampled(rows, 8).map((row) => {
    const [repository = '', path = '', , , kind] = row.trimEnd().split('\t')
    const name = `${repository.replace('/', '__')}/${path}`
    const text = readFileSync(join(folder, 'documents', name), 'utf8')
    return {
      corpus,
      name,
      path: `${repository.split('/')[1]}/${path}`,
      kind: kind === 'template' ? 'template' : 'report',
      text,
    }
  })
}
