/** A section moved to its place, wherever the cursor is in it, and the templates that are offered. */

import { describe, expect, test } from 'vitest'
import { templatesToApply } from '../../../server/src/features/code-actions/refactor-structure.ts'
import { refactorings } from '../../../server/src/features/code-actions/refactorings.ts'
import { applyTemplate } from '../../../server/src/features/commands/apply-template.ts'
import { applyEdits, builtInTemplates, read, written } from '../../kit/document.ts'
import { fixture } from '../../kit/fixtures.ts'
import { RULE_CONTEXT } from '../../kit/rules.ts'

const contextOf = (text: string) => ({ ...RULE_CONTEXT, text, postMortem: read(text), readerZone: 'UTC' })
const part = (heading: string) => `## ${heading}\n\nAbout ${heading.toLowerCase()}.\n`
const doc = (...headings: string[]) => written('minimal', `- **Status**: Final\n\n${headings.map(part).join('\n')}`)

/** The title and the outcome of the move at a text. */
function move(text: string, place: string): [title: string, after: string] | null {
  const at = text.indexOf(place)
  const found = refactorings(contextOf(text), at, at).find(({ title }) => title.startsWith('Move'))
  return found ? [found.title, applyEdits(text, read(text), found.edits)] : null
}

describe('Move to its place', () => {
  const text = doc('Summary', 'Timeline', 'Impact', 'Action Items')
  const right = doc('Summary', 'Impact', 'Timeline', 'Action Items')

  test.each(['## Impact', 'About impact.'])('at %s', (place) =>
    expect(move(text, place)).toEqual(['Move "Impact" to its place', right]),
  )
  test('also for the one that the finding leaves where it is', () =>
    expect(move(text, 'About timeline.')).toEqual(['Move "Timeline" to its place', right]))
  test('not for one that is in its place', () => {
    expect(move(text, 'About summary.')).toBeNull()
    expect(move(right, 'About impact.')).toBeNull()
  })
  test('from a subsection, with the whole section', () => {
    const inner = (body: string) => body.replace('About impact.\n', 'About impact.\n\n### Weather\n\nRain.\n')
    expect(move(inner(text), 'Rain.')).toEqual(['Move "Impact" to its place', inner(right)])
  })
  test('not without a chosen template', () =>
    expect(move(text.replace('template: minimal', 'title: Disk'), 'About impact.')).toBeNull())
})

describe('templates are offered', () => {
  const shown = (text: string) => {
    const reanalyse = (other: string) => ({ postMortem: read(other), findings: [] })
    return { ...contextOf(text), templates: builtInTemplates(), findings: [], reanalyse }
  }
  const offered = (text: string, place: string) =>
    templatesToApply(shown(text), text.indexOf(place)).map(({ id }) => id)
  const bare = '# Post-mortem: Disk full\n\nSeverity: SEV2\n\n## Impact\n\nMail.\n\n## Root cause\n\nA disk.\n'

  test('all of them, in the head of a document without one', () =>
    expect(offered(bare, 'Severity')).toEqual(builtInTemplates().map(({ id }) => id)))
  test.each([
    ['an open code block at the end', `${bare}\n\`\`\`\nls\n`],
    ['an open comment at the end', `${bare}\n<!-- to be continued\n`],
    ['the template named, and an open code block', `---\ntemplate: minimal\n---\n\n${bare}\n~~~\nls\n`],
    ['the template named, and an open comment', `---\ntemplate: minimal\n---\n\n${bare}\n<!-- x\n`],
  ])('not where nothing could be added: %s', (_, text) => {
    expect(offered(text, 'Severity')).toEqual([])
    for (const { id } of builtInTemplates()) expect(applyTemplate(shown(text), id)).toHaveProperty('refused')
  })
  test('not below', () => expect(offered(bare, 'Mail.')).toEqual([]))
  test('the one that it has, while parts of it are missing', () => {
    expect(offered(doc('Summary'), '# Incident')).toEqual(['minimal'])
    expect(offered(fixture('filled/minimal.md'), '# Incident')).toEqual([])
  })
  test('none for ordinary Markdown and for templates', () => {
    expect(offered('# Notes\n\nMilk.\n', '# Notes')).toEqual([])
    expect(offered(builtInTemplates()[0]?.body.replace(/^# .*/, '# Post-Mortem Template') ?? '', '# Post')).toEqual([])
  })
})
