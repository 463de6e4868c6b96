import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  type Diagnostic,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver-protocol/node'
import { type Child, startChild } from './kit/child.ts'
import { filled, replaced } from './kit/documents.ts'
import { PULLING } from './kit/editor.ts'

/** The most that anybody should wait for an answer to a hostile line, ms. */
const HOSTILE = 2000
/** The same for a keystroke in a long document, ms: a slow machine under load needs a third of it. */
const KEYSTROKE = 1000
const LENGTH = 1_000_000
/** Keystrokes that are waited for one by one. */
const SAMPLES = 20

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

async function timed<T>(answer: Promise<T>): Promise<{ took: number; answer: T }> {
  const start = performance.now()
  return { answer: await answer, took: performance.now() - start }
}

describe('a line of 1 MB', () => {
  const line = (pattern: string) => pattern.repeat(Math.ceil(LENGTH / pattern.length)).slice(0, LENGTH)
  const inSummary = (text: string) => replaced(filled('minimal'), '## Impact\n', `${text}\n\n## Impact\n`)
  it.each([
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
  ])('is answered within 2 s, and so is everything after it: %s', async (name, text) => {
    const { editor } = child
    const uri = `file:///w/postmortems/${encodeURIComponent(name)}.md`
    const start = performance.now()
    editor.open(uri, text)
    await editor.pull(uri)
    const opened = performance.now() - start
    const longest = text
      .split('\n')
      .reduce((best, one, index, all) => (one.length > (all[best]?.length ?? 0) ? index : best), 0)
    const end = { line: longest, character: text.split('\n')[longest]?.length ?? 0 }
    const hover = await timed(editor.hover(uri, { line: longest, character: LENGTH / 2 }))
    editor.change(uri, { range: { start: end, end }, newText: ' ' })
    const typed = await timed(editor.completion(uri, end))
    const pull = await timed(editor.pull(uri))
    const rest = await timed(Promise.all([editor.lenses(uri), editor.symbols(uri), editor.actions(uri)]))
    editor.close(uri)
    const took = [opened, hover.took, typed.took, pull.took, rest.took].map((ms) => Math.round(ms))
    console.log(
      `${name}: opened ${took[0]}, hover ${took[1]}, completion ${took[2]}, pull ${took[3]}, rest ${took[4]} ms`,
    )
    for (const ms of took) expect(ms).toBeLessThan(HOSTILE)
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

  it('is checked again after each keystroke', async () => {
    const { editor } = child
    const uri = editor.open('file:///w/postmortems/long.md', long())
    await editor.pull(uri)
    const took: number[] = []
    for (let index = 0; index < SAMPLES; index++) {
      editor.type(uri, MARK, `${'abcdefghi '[index % 10]}${MARK}`)
      took.push((await timed(editor.pull(uri))).took)
    }
    editor.close(uri)
    took.sort((a, b) => a - b)
    const [median, worst] = [took[SAMPLES / 2] ?? 0, took.at(-1) ?? 0]
    console.log(`keystroke in ${LINES} lines: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`)
    expect(median).toBeLessThan(KEYSTROKE)
  })

  it('keeps up with a burst of 200 keystrokes, each with a pull that makes the one before it pointless', async () => {
    const { editor } = child
    const uri = editor.open('file:///w/postmortems/burst.md', long().replace(/(INC-\d{8}-)\d{3}/g, '$1777'))
    await editor.pull(uri)
    const answers: Promise<Diagnostic[] | null>[] = []
    let source = new CancellationTokenSource()
    const start = performance.now()
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
    const took = performance.now() - start
    console.log(`200 keystrokes at once in ${LINES} lines: the last is answered after ${took.toFixed(0)} ms`)
    expect(last?.map(({ range }) => range)).toEqual([editor.rangeOf(uri, 'P9')])
    expect(editor.text(uri)).toContain(`${'x'.repeat(200)}${MARK}`)
    expect(await Promise.all(answers)).toHaveLength(200)
    expect(took).toBeLessThan(10 * KEYSTROKE)
    expect(editor.loggedErrors).toEqual([])
  })
})
