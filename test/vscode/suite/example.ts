import type { DocumentSymbol, TextDocument } from 'vscode'
import { equal, includes, ok, until } from '../../kit/vscode/assert.ts'
import {
  askLenses,
  CHECKOUT,
  closeAll,
  codeOf,
  completions,
  findings,
  findingsOf,
  hovers,
  isError,
  lenses,
  rangeOf,
  show,
  symbols,
} from '../../kit/vscode/in-host.ts'

describe('an example', () => {
  let document: TextDocument
  let outline: DocumentSymbol[]

  before(async () => {
    document = await show(CHECKOUT)
    await findingsOf(document, 'missing-section')
  })
  after(closeAll)

  it('has findings with a stable code and a page', () => {
    const found = findings(document)
    const codes = found.map(codeOf)
    for (const code of ['missing-section', 'missing-field', 'invalid-enum-value']) includes(codes, code, 'codes')
    for (const { code } of found) {
      ok(typeof code === 'object' && code.target.path.endsWith(`/docs/rules/${code.value}.md`), `the page of ${code}`)
    }
  })

  it('reports a value outside a closed enumeration as an error, at the value', () => {
    const errors = findings(document).filter(isError)
    const texts = errors.map(({ range }) => document.getText(range))
    includes(texts, 'SEV-9', 'errors')
    includes(texts, 'P5', 'errors')
  })

  it('has lenses', async () => {
    const titles = (await lenses(document)).map(({ command }) => command?.title ?? '')
    includes(titles, 'Update ', 'lenses')
  })

  it('explains an action item', async () => {
    const { start } = rangeOf(document, 'Limit how long a request waits')
    const text = await until(() => hovers(document, start), 'a hover')
    includes([text], 'Status', 'hover')
    includes([text], '2026-05-22', 'hover')
  })

  it('proposes the severities, each of which replaces the whole value', async () => {
    const { start, end } = rangeOf(document, 'SEV-9')
    const { items } = await completions(document, end)
    const proposed = items.filter(({ label }) =>
      String(typeof label === 'string' ? label : label.label).match(/^SEV\d$/),
    )
    equal(proposed.length, 5, 'severities')
    for (const { range, textEdit } of proposed) {
      const replaced = textEdit?.range ?? (range && 'replacing' in range ? range.replacing : range)
      equal(replaced && [replaced.start, replaced.end], [start, end], 'what is replaced')
    }
  })

  it('has sections, events and action items in its outline', async () => {
    outline = await symbols(document, 'ACT-1')
    const names = outline.map(({ name }) => name)
    for (const name of ['Executive Summary', 'Preventive Actions', '16:12', 'ACT-5']) includes(names, name, 'outline')
    for (const heading of ['Executive Summary', 'Preventive Actions'])
      equal(names.filter((name) => name.includes(heading)).length, 1, heading)
  })
})

describe('ordinary Markdown', () => {
  after(closeAll)

  it('gets no finding and no lens', async () => {
    // One that does get some comes first, so that this is not just too early.
    await findingsOf(await show(CHECKOUT), 'missing-section')
    const readme = await show('README.md')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    equal(findings(readme).map(codeOf), [], 'findings')
    equal(await askLenses(readme), [], 'lenses')
  })
})
