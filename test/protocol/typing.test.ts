/** Hostile lines and many keys at once, in a process of its own. How long it takes is measured by bench/. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  type Diagnostic,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver-protocol/node'
import { sampled } from '../kit/sampling.ts'
import { type Child, startChild } from './kit/child.ts'
import { filled, replaced } from './kit/documents.ts'
import { PULLING } from './kit/editor.ts'

const LENGTH = 1_000_000

let child: Child
beforeAll(async () => {
  child = startChild()
  await child.editor.initialize({ capabilities: PULLING, folders: ['file:///w'] })
  // The first document pays for reading the templates and for a cold machine.
  await child.editor.pull(child.editor.open('file:///w/first.md', filled('phased')))
})
afterAll(() => {
  child.process.kill()
})

describe('a line of 1 MB', () => {
  const line = (pattern: string) => pattern.repeat(Math.ceil(LENGTH / pattern.length)).slice(0, LENGTH)
  const inSummary = (text: string) => replaced(filled('minimal'), '## Impact\n', `${text}\n\n## Impact\n`)
  const lines: [string, string][] = [
    ['a*', line('a*')],
    ['*a_ ', line('*a_ ')],
    ['[', line('[')],
    ['|', line('|')],
    ['a* in a post-mortem', inSummary(line('a*'))],
    ['*a_  in a post-mortem', inSummary(line('*a_ '))],
    ['[ in a post-mortem', inSummary(line('['))],
    ['| in a post-mortem', inSummary(line('|'))],
    ['the severity', replaced(filled('minimal'), 'SEV3', `SEV3${line('a*')}`)],
    ['a table row', replaced(filled('incident-review'), '| Aisha Bello | P0 |', `| ${line('a | ')} | P0 |`)],
    ['a heading', inSummary(`## ${line('[a](')}`)],
    ['quotes', inSummary(line('> '))],
    ['lists', inSummary(line('- '))],
    ['times', inSummary(`- ${line('1:')}`)],
  ]
  it.each(sampled(lines, 2))('is answered, and so is everything after it: %s', async (name, text) => {
    const { editor } = child
    const uri = `file:///w/postmortems/${encodeURIComponent(name)}.md`
    editor.open(uri, text)
    await editor.pull(uri)
    const longest = text
      .split('\n')
      .reduce((best, one, index, all) => (one.length > (all[best]?.length ?? 0) ? index : best), 0)
    const end = { line: longest, character: text.split('\n')[longest]?.length ?? 0 }
    await editor.hover(uri, { line: longest, character: LENGTH / 2 })
    editor.change(uri, { range: { start: end, end }, newText: ' ' })
    await editor.completion(uri, end)
    await editor.pull(uri)
    await Promise.all([editor.lenses(uri), editor.symbols(uri), editor.actions(uri)])
    editor.close(uri)
    expect(editor.loggedErrors).toEqual([])
  })
})

describe('a document of 1,500 lines', () => {
  const LINES = 1500
  /** The mark, where somebody types, stands in front of a finding in the same line. */
  const MARK = '¦'
  const long = () => {
    const text = replaced(filled('incident-review'), '| Aisha Bello | P0 |', `| ${MARK} | P9 |`)
    const body = text.slice(text.indexOf('### The Problem'), text.indexOf('## What Went Well'))
    const blocks = body.replace(/^#+ .*$/gm, '').split(/\n{2,}/)
    const lines = text.trimEnd().split('\n')
    for (let index = 0; lines.length < LINES; index++)
      lines.push('', ...(blocks[index % blocks.length] ?? '').split('\n'))
    return `${lines.slice(0, LINES).join('\n')}\n`
  }

  it('keeps up with a burst of 200 keystrokes, each with a pull that makes the one before it pointless', async () => {
    const { editor } = child
    const uri = editor.open('file:///w/postmortems/burst.md', long().replace(/(INC-\d{8}-)\d{3}/g, '$1777'))
    await editor.pull(uri)
    const answers: Promise<Diagnostic[] | null>[] = []
    let source = new CancellationTokenSource()
    for (let index = 0; index < 200; index++) {
      source.cancel()
      source = new CancellationTokenSource()
      editor.type(uri, MARK, `x${MARK}`)
      const pulled = editor.connection.sendRequest(
        DocumentDiagnosticRequest.type,
        { textDocument: { uri } },
        source.token,
      )
      answers.push(pulled.then((report) => (report.kind === 'full' ? report.items : [])).catch(() => null))
    }
    const last = await answers.at(-1)
    expect(last?.map(({ range }) => range)).toEqual([editor.rangeOf(uri, 'P9')])
    expect(editor.text(uri)).toContain(`${'x'.repeat(200)}${MARK}`)
    expect(await Promise.all(answers)).toHaveLength(200)
    expect(editor.loggedErrors).toEqual([])
  })
})
