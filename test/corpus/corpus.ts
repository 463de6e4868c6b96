/** The real post-mortems next to the repository, where they are. They are test data and no part of the project. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../kit/fixtures.ts'
import { sampled } from '../kit/sampling.ts'

/** The folder of the corpus. */
export const CORPUS = join(ROOT, '..', 'shared', 'corpus')

/** Whether it is there; tests that need it are skipped, and say so, where it is not. */
export const HAS_CORPUS = existsSync(join(CORPUS, 'SOURCES.tsv'))
if (!HAS_CORPUS) console.warn('There is no corpus at ../shared/corpus: the tests on real documents are skipped.')

/** One document of the corpus. */
export interface CorpusDocument {
  readonly name: string
  readonly path: string
  readonly kind: 'report' | 'template'
  readonly text: string
}

/** The documents that a run looks at, in the order of their list: one in eight, in `deep` all. */
export function corpusDocuments(): CorpusDocument[] {
  if (!HAS_CORPUS) return []
  const [, ...rows] = readFileSync(join(CORPUS, 'SOURCES.tsv'), 'utf8').trim().split('\n')
  return sampled(rows, 8).map((row) => {
    const [repository = '', path = '', , , kind] = row.split('\t')
    const name = `${repository.replace('/', '__')}/${path}`
    const text = readFileSync(join(CORPUS, 'documents', name), 'utf8')
    return {
      name,
      path: `${repository.split('/')[1]}/${path}`,
      kind: kind === 'template' ? 'template' : 'report',
      text,
    }
  })
}
