/**
 * Every untrusted text in every place that shows one: a workspace whose configuration, template, CODEOWNERS and document
 * are attacks throughout, open in the real server, and a hover and a completion at every place.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { sampled } from '../kit/sampling.ts'
import type { Editor } from '../protocol/kit/editor.ts'
import { startSession } from '../protocol/kit/in-memory.ts'
import { ATTACKS, expectHarmless, MARK } from './markup.ts'

const FOLDER = 'file:///repo'
const yaml = (text: string) => JSON.stringify(text)

/** The files of a workspace in which everything that is anybody's choice is an attack, each with a word of its own. */
function workspace(attack: string): Map<string, string> {
  const named = (name: string) => attack.replaceAll(MARK, name)
  const files = {
    '.postmortem.yml': [
      'templates:',
      `  - { file: team.md, match: ['out/**'] }`,
      `owners: [${yaml(named('Owners'))}]`,
      `actionWindows: { ${yaml(named('P0'))}: 3d }`,
      '',
    ],
    CODEOWNERS: [`* @${named('codeowner')}`],
    'team.md': [
      '---',
      `name: ${yaml(named('Name'))}`,
      `description: ${yaml(named('Description'))}`,
      'severities:',
      `  - { value: Red, meaning: ${yaml(named('Meaning'))}, aliases: [${yaml(named('Alias'))}] }`,
      `  - { value: ${yaml(named('Value'))}, meaning: ${yaml(named('Other'))} }`,
      'priorities:',
      `  - { value: P0, meaning: ${yaml(named('Soon'))} }`,
      'statuses:',
      `  - { value: Draft, meaning: ${yaml(named('Drafted'))} }`,
      `aliases: { Summary: [${yaml(named('Gist'))}] }`,
      '---',
      '',
      '# Outage: [What stood still]',
      '',
      '- **Severity**: [Red/Yellow]',
      '- **Date**: [YYYY-MM-DD]',
      `- **Status**: [Draft/Final]`,
      `- **Field ${named('Field')}**: [Name]`,
      '',
      '## Summary',
      '',
      `[${named('Guidance')}]`,
      '',
      '## Timeline',
      '',
      `| Time | Description | Column ${named('Column')} |`,
      '| --- | --- | --- |',
      '| [HH:MM] | [What] | [Name] |',
      '',
      '## Action Items',
      '',
      '- [ ] [What]',
      '  - **Owner**: [Name]',
      '  - **Due Date**: [YYYY-MM-DD]',
      '  - **Priority**: [P0/P1]',
      `  - **Nested ${named('Nested')}**: [Name]`,
      '',
      `## Heading ${named('Section')}`,
      '',
      `[${named('Text')}]`,
      '',
    ],
    'out/one.md': [
      `# Outage: ${named('Title')}`,
      '',
      '- **Severity**: Red',
      '- **Date**: 2026-03-09',
      '- **Status**: Draft',
      `- **Owner**: ${named('Author')}`,
      '- **Time to Detect**: 5 min',
      '- **Duration**: 80 min',
      '',
      '## Summary',
      '',
      `At 10:02 ${named('Prose')}`,
      '',
      '## Timeline',
      '',
      '| Time (UTC) | Description | Who |',
      '| --- | --- | --- |',
      `| 10:00 | **Started**: ${named('Began')} | Ana |`,
      `| 10:05 | **Detected**: ${named('Seen')} | ${named('Who')} |`,
      `| 10:30 | Severity raised to Red: ${named('Raised')} | |`,
      `| 11:20 | **Resolved**: ${named('Ended')} | |`,
      '',
      '## Action Items',
      '',
      `### Group ${named('Group')}`,
      '',
      `- [ ] Task ${named('Task')}`,
      `  - **Owner**: ${named('Person')}`,
      `  - **Due Date**: 2026-03-01 ${named('Due')}`,
      `  - **Priority**: P0 ${named('Urgency')}`,
      '',
      '### Others',
      '',
      `| ID | Action | Owner | Priority | Due | Status |`,
      '| --- | --- | --- | --- | --- | --- |',
      `| A-1 | Act ${named('Action')} | ${named('Doer')} | P1 | soon ${named('Soon')} | Open ${named('State')} |`,
      '',
      `## Heading ${named('Section')}`,
      '',
      'Text.',
      '',
    ],
  }
  return new Map(Object.entries(files).map(([path, lines]) => [`${FOLDER}/${path}`, lines.join('\n')]))
}

/** Every Markdown in an answer, wherever it stands. */
function markdownIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  if ('kind' in answer && answer.kind === 'markdown' && 'value' in answer) return [String(answer.value)]
  // A string in these would be Markdown, too.
  if ('contents' in answer && typeof answer.contents === 'string') return [answer.contents]
  return Object.values(answer).flatMap(markdownIn)
}

/** Where hovers and completions differ: the starts of words, and of lines. */
function positionsIn(text: string) {
  return text
    .split('\n')
    .flatMap((line, number) => [...line.matchAll(/\b\w|$/g)].map(({ index }) => ({ line: number, character: index })))
}

async function everything(editor: Editor, uri: string, text: string): Promise<string[]> {
  editor.open(uri, text)
  const all = new Set<string>()
  for (const position of positionsIn(text)) {
    for (const found of markdownIn(await editor.hover(uri, position))) all.add(found)
  }
  for (const found of markdownIn([await editor.lenses(uri), await editor.inlayHints(uri)])) all.add(found)
  for (const found of markdownIn([await editor.symbols(uri), await editor.actions(uri), await editor.pull(uri)]))
    all.add(found)
  return [...all]
}

/** The same document with one place still to be filled in. */
const CURSORS = [
  '- **Severity**: ',
  '- **Status**: ',
  '  - **Owner**: ',
  '  - **Priority**: ',
  '## ',
  '- ',
  '| ',
  'template: ',
]

async function completed(editor: Editor, uri: string, text: string): Promise<string[]> {
  const found: string[] = []
  for (const [index, typed] of CURSORS.entries()) {
    const own = uri.replace('.md', `-${index}.md`)
    const body = text.slice(0, text.indexOf('\n## Heading'))
    editor.open(own, typed === 'template: ' ? `---\n${typed}\n---\n${body}` : `${body}\n${typed}`)
    const at = typed === 'template: ' ? { line: 1, character: typed.length } : editor.document(own).positionAt(Infinity)
    found.push(...markdownIn(await editor.completion(own, at)))
  }
  return found
}

describe.each(sampled(ATTACKS, 12))('%s', (_, attack) => {
  const shown: string[] = []
  beforeAll(async () => {
    const files = workspace(attack)
    const { editor } = await startSession({ files, folders: [FOLDER] })
    const uri = `${FOLDER}/out/one.md`
    shown.push(...(await everything(editor, uri, files.get(uri) ?? '')))
    shown.push(...(await completed(editor, uri, files.get(uri) ?? '')))
    const configuration = `${FOLDER}/.postmortem.yml`
    shown.push(...(await everything(editor, configuration, files.get(configuration) ?? '')))
    expect(editor.loggedErrors).toEqual([])
  })

  test('is text wherever it is shown', () => {
    const own = new RegExp(`^${FOLDER}/out/one[\\w-]*\\.md#L\\d+$`)
    for (const markdown of new Set(shown)) expectHarmless(markdown, own)
  })
})

test('each of the texts is shown somewhere', async () => {
  const files = workspace(MARK)
  const { editor } = await startSession({ files, folders: [FOLDER] })
  const uri = `${FOLDER}/out/one.md`
  const text = files.get(uri) ?? ''
  const shown = [...(await everything(editor, uri, text)), ...(await completed(editor, uri, text))].join('\n')
  const words = ['Meaning', 'Field', 'Guidance', 'Column', 'Nested', 'Text', 'Began', 'Seen', 'Ended']
  words.push('Group', 'Task', 'Person', 'Action', 'Doer', 'Soon', 'Other', 'Drafted')
  expect(words.filter((word) => !shown.includes(word))).toEqual([])
})
