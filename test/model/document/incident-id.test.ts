/** How IDs are found and compared, and the glance that says which files are worth being read. */
import { describe, expect, test } from 'vitest'
import { idKey, idOfValue, idShape, idsIn, isSeries } from '../../../server/src/model/document/incident-id.ts'
import { ownIdOf } from '../../../server/src/model/document/own-id.ts'
import { mayBePostMortem } from '../../../server/src/model/document/quick-look.ts'
import { corpusDocuments } from '../../corpus/corpus.ts'
import { builtInTemplates, read, written } from '../../kit/document.ts'
import { markdownFiles } from '../../kit/fixtures.ts'

describe('texts that look like IDs', () => {
  test.each([
    ['INC-20260309-001, inc-20260309-001 and PM12', ['inc-20260309-001', 'pm12']],
    ['postmortems/INC_2026_014-disk.md', ['inc_2026_014']],
    ['PAY-INC-001 on 2026-03-09', ['inc-001', '2026-03-09']],
    ['utf8mb4, a3f9c, 14:02 and v2.1', ['v2']],
    ['_7 and -12-3, é4711, 4711a', ['12-3', '4711']],
    [`${'a1-'.repeat(20_000)}`, ['a1']],
    [`${'x'.repeat(50_000)}1`, []],
  ])('%#', (text, ids) => expect(idsIn(text)).toEqual(ids))
  test.each([
    ['INC-20260309-001', 'inc-20260309-001'],
    ['PAY-INC-001', 'inc-001'],
    ['INC-2026Q1-A', null],
    ['FIXED', null],
  ])('%s is found as %s', (id, key) => expect(idKey(id)).toBe(key))
})

describe('the ID of a value', () => {
  test.each([
    ['INC-20260309-001', 'INC-20260309-001'],
    ['`INC-4711` (opened by pager)', 'INC-4711'],
    ['[OPS-12]', 'OPS-12'],
    ['4711', '4711'],
    ['2026-03-09-checkout', '2026-03-09-checkout'],
    ['2026-03-09', null],
    ['S3 outage', null],
    ['web-01 was down', null],
    ['none', null],
    ['7', null],
    ['', null],
  ])('%s', (value, id) => expect(idOfValue(value)).toBe(id))
})

test('the shape of an ID is what a series has in common', () => {
  expect(['INC-20260309-001', 'inc-1-22'].map(idShape)).toEqual(['inc-#-#', 'inc-#-#'])
  expect(['INC-4711', 'PM12', 'OPS-2026-014', 'OPS-20260309-1'].map(isSeries)).toEqual([true, true, true, true])
  expect(['OPS-4711', 'SEV2', 'ACT-1', 'IMPROVE-2'].map(isSeries)).toEqual([false, false, false, false])
})

describe('the ID of a document', () => {
  const titled = (title: string) =>
    ownIdOf(read(`# ${title}\n\n- Severity: SEV2\n\n## Impact\n\n## Root cause\n`))?.text
  test.each([
    ['PM-2026-014: Outage of 2026-03-09', 'PM-2026-014'],
    ['Post-mortem: INC-4711 Disk full', 'INC-4711'],
    ['Incident post-mortem INC-4711', 'INC-4711'],
    ['Post-mortem: Disk full again after INC-4711', undefined],
    ['Post-mortem: OPS-4711 Disk full', undefined],
    ['Post-mortem: SEV2 in Oslo', undefined],
  ])('in the title %s', (title, id) => expect(titled(title)).toBe(id))
  test('stands where it says', () => {
    const text = written('incident-review', '- **Incident ID**: `INC-20260309-001` (pager)\n')
    const id = ownIdOf(read(text))
    const base = read(text).starts[id?.section ?? 0] ?? 0
    expect(text.slice(base + (id?.start ?? 0), base + (id?.end ?? 0))).toBe('INC-20260309-001')
  })
})

describe('a glance', () => {
  const files = [...markdownFiles('test/fixtures'), ...markdownFiles('examples'), ...markdownFiles('server/templates')]
  test.each([true, false])('refuses nothing that would be recognised; with its path: %s', (withPath) => {
    const refused = [...files, ...corpusDocuments()]
      .filter(
        ({ path, text }) => !mayBePostMortem(text, { path: withPath ? path : null, root: null }, builtInTemplates()),
      )
      .filter(({ path, text }) => read(text, builtInTemplates(), withPath ? path : null).recognised)
    expect(refused.map(({ path }) => path)).toEqual([])
  })
  test('refuses nearly all ordinary Markdown', () => {
    const ordinary = [...markdownFiles('node_modules/@vscode', 200), ...markdownFiles('node_modules/vitest', 50)]
    const taken = ordinary.filter(({ path, text }) => mayBePostMortem(text, { path, root: null }, builtInTemplates()))
    expect(taken.length).toBeLessThanOrEqual(ordinary.length / 20)
  })
})
