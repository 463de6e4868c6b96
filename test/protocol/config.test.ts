/** `.postmortem.yml` in an editor: diagnostics, completion, hovers and fixes, and what a change does to open documents. */
import { describe, expect, it } from 'vitest'
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node'
import { filled, replaced } from './kit/documents.ts'
import { PULLING, PUSHED } from './kit/editor.ts'
import { REST, startSession } from './kit/in-memory.ts'

const FOLDER = 'file:///w'
const URI = `${FOLDER}/.postmortem.yml`
const DOCUMENT = `${FOLDER}/postmortems/card-payments.md`
/** One value that no template allows. */
const BAD = replaced(filled('incident-review'), '**Severity**: SEV1', '**Severity**: Purple')

const session = (files: Readonly<Record<string, string>> = {}, capabilities = PULLING) =>
  startSession({
    capabilities,
    folders: [FOLDER],
    files: new Map(Object.entries(files)),
    rulePages: 'file:///server/docs/rules',
  })

describe('the configuration in an editor', () => {
  it('has diagnostics at their places, as it stands there', async () => {
    const { editor } = await session({ [URI]: 'metrics: rootly\n' })
    editor.open(URI, 'foldr: docs\nrules:\n  plceholder: off\ntemplates: [gone.md]\n')
    expect(await editor.pull(URI)).toEqual(
      [
        ['foldr', 'There is no key "foldr". Did you mean "folder"?'],
        ['plceholder', 'There is no rule "plceholder". Did you mean "placeholder"?'],
        ['gone.md', 'The template gone.md cannot be read.'],
      ].map(([at = '', message]) => ({
        range: editor.rangeOf(URI, at),
        severity: DiagnosticSeverity.Error,
        code: 'invalid-config',
        codeDescription: { href: 'file:///server/docs/rules/invalid-config.md' },
        source: 'postmortem',
        message,
      })),
    )
    editor.type(URI, 'foldr', 'folder')
    editor.type(URI, 'plceholder', 'placeholder')
    editor.type(URI, 'gone.md', '')
    expect(await editor.pull(URI)).toEqual([])
  })

  it('has them pushed to a client that cannot pull', async () => {
    const { editor, scheduler } = await session({}, PUSHED)
    editor.open(URI, 'foldr: docs\n')
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes).toMatchObject([{ uri: URI, diagnostics: [{ code: 'invalid-config' }] }])
  })

  it('that is no YAML says what applies', async () => {
    const { editor } = await session({ [URI]: 'metrics: rootly\n' })
    editor.open(URI, 'metrics: "rootly\n')
    const messages = (await editor.pull(URI)).map(({ message }) => message)
    expect(messages).toEqual([expect.stringMatching(/ The last good configuration still applies\.$/)])
  })

  it.each([
    ['off', 0, undefined],
    ['info', 1, DiagnosticSeverity.Information],
  ])('may set the level of its own diagnostics: %s', async (level, count, severity) => {
    const { editor } = await session({ [URI]: `rules: { invalid-config: ${level} }\n` })
    editor.open(URI, 'foldr: docs\n')
    const found = await editor.pull(URI)
    expect(found.map((diagnostic) => diagnostic.severity)).toEqual(Array.from({ length: count }, () => severity))
  })

  it('offers a quick fix for a slip', async () => {
    const { editor } = await session()
    editor.open(URI, 'foldr: docs\nunheardOf: 1\n')
    const [fix, ...more] = await editor.actions(URI, undefined, ['quickfix'])
    expect(more).toEqual([])
    expect(fix).toMatchObject({
      title: 'Change to folder',
      isPreferred: true,
      diagnostics: [{ code: 'invalid-config' }],
    })
    if (fix?.edit) editor.applyEdit(fix.edit)
    expect(editor.text(URI)).toBe('folder: docs\nunheardOf: 1\n')
  })

  it('has completion and hovers', async () => {
    const { editor } = await session({ [`${FOLDER}/docs/our template.md`]: '# Outage', [`${FOLDER}/a.md`]: '' })
    editor.open(URI, 'metrics: \ntemplates:\n  - \n')
    const labels = async (after: string) =>
      (await editor.completion(URI, editor.after(URI, after))).map(({ label }) => label)
    expect(await labels('metrics: ')).toEqual(['default', 'rootly', 'datadog'])
    expect(await labels('  - ')).toEqual(['docs/our template.md', 'a.md', 'file', 'match'])
    expect(await editor.hover(URI, { line: 0, character: 2 })).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringMatching(/^Whose formulas/) },
      range: editor.rangeOf(URI, 'metrics'),
    })
  })

  it('is no post-mortem, whatever it says', async () => {
    const { editor } = await session()
    editor.open(URI, `# Post-mortem\n${BAD}`)
    expect(await editor.lenses(URI)).toEqual([])
    expect(await editor.symbols(URI)).toEqual([])
    expect(await editor.inlayHints(URI)).toEqual([])
    expect((await editor.pull(URI)).every(({ code }) => code === 'invalid-config')).toBe(true)
  })
})

describe('an open document follows', () => {
  const codes = (diagnostics: { code?: unknown }[]) => diagnostics.map(({ code }) => code)

  it('the values, and a file that the configuration extends', async () => {
    const { editor, files } = await session({ [URI]: 'extends: shared/base.yml\n', [`${FOLDER}/shared/base.yml`]: '' })
    editor.open(DOCUMENT, BAD)
    expect(codes(await editor.pull(DOCUMENT))).toEqual(['invalid-enum-value'])
    files.set(`${FOLDER}/shared/base.yml`, 'severities: [purple]\n')
    editor.filesChanged(`${FOLDER}/shared/base.yml`)
    await editor.settled()
    expect(editor.refreshed.diagnostics).toBe(1)
    expect(await editor.pull(DOCUMENT)).toEqual([])
    files.set(URI, 'metrics: rootly\n')
    editor.filesChanged(URI)
    await editor.settled()
    expect(codes(await editor.pull(DOCUMENT))).toEqual(['invalid-enum-value'])
  })

  it('the last good configuration while the file is broken', async () => {
    const { editor, files } = await session({ [URI]: 'severities: [Purple]\n' })
    editor.open(DOCUMENT, BAD)
    expect(await editor.pull(DOCUMENT)).toEqual([])
    for (const [text, expected] of [
      ['severities: [Purple\nmetrics: "', []],
      ['severities: [Green]\n', ['invalid-enum-value']],
    ] as const) {
      files.set(URI, text)
      editor.filesChanged(URI)
      await editor.settled()
      expect(codes(await editor.pull(DOCUMENT))).toEqual(expected)
    }
  })

  it('its own folder’s configuration alone', async () => {
    const { editor } = await startSession({
      capabilities: PULLING,
      folders: ['file:///a', 'file:///b'],
      files: new Map([['file:///a/.postmortem.yml', 'severities: [Purple]\n']]),
    })
    const inA = editor.open('file:///a/postmortems/card-payments.md', BAD)
    const inB = editor.open('file:///b/postmortems/card-payments.md', BAD)
    expect(codes(await editor.pull(inA))).toEqual([])
    expect(codes(await editor.pull(inB))).toEqual(['invalid-enum-value'])
  })
})
