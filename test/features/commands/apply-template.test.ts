/** A template for a document that has none, or another one: what is written stays, what is missing is added. */
import { describe, expect, test } from 'vitest'
import { type ActionableDocument, applyTemplate } from '../../../server/src/features/commands/apply-template.ts'
import { checkPostMortem } from '../../../server/src/rules/check.ts'
import { corpusDocuments } from '../../corpus/corpus.ts'
import { applyEdits, builtInTemplates, reader } from '../../kit/document.ts'
import { fixture, markdownFiles } from '../../kit/fixtures.ts'
import { RULE_CONTEXT } from '../../kit/rules.ts'
import { sampled } from '../../kit/sampling.ts'

/** Every text here is read as a version of one document. */
const read = reader()
const IDS = builtInTemplates().map(({ id }) => id)

function shown(text: string): ActionableDocument {
  const reanalyse = (other: string) => ({ postMortem: read(other), findings: [] })
  return { ...RULE_CONTEXT, text, readerZone: 'UTC', templates: builtInTemplates(), ...reanalyse(text), reanalyse }
}

/** The text afterwards. @throws Error with the reason where there is none */
function applied(text: string, id: string): string {
  const document = shown(text)
  const found = applyTemplate(document, id)
  if ('refused' in found) throw new Error(found.refused)
  return applyEdits(text, document.postMortem, found.edits)
}

const BODY = '# Disk full\n\n- **Date**: 2026-01-14\n\n## What happened\n\nMail was late.\n\n## Thanks\n\nAna.\n'

describe('the front matter', () => {
  test('is put in front', () =>
    expect(applied(BODY, 'minimal')).toMatch(/^---\ntemplate: minimal\n---\n\n# Disk full\n/))
  test('or gets one more key, the first, regardless of the others', () =>
    expect(applied(`---\ntags:\n  - mail\n---\n\n${BODY}`, 'minimal')).toMatch(
      /^---\ntemplate: minimal\ntags:\n {2}- mail\n---\n\n# Disk/,
    ))
  test('or another value', () =>
    expect(applied(`---\ntemplate: phased # ours\nlang: en\n---\n\n${BODY}`, 'minimal')).toMatch(
      /^---\ntemplate: minimal # ours\nlang: en\n/,
    ))
  test('stays as it is where it says so already', () =>
    expect(applied(`---\nlang: en\ntemplate: "minimal"\n---\n\n${BODY}`, 'minimal')).toMatch(
      /^---\nlang: en\ntemplate: "minimal"\n---\n\n# Disk/,
    ))
  test('comes after a byte-order mark', () =>
    expect(applied(`\uFEFF${BODY}`, 'minimal').startsWith('\uFEFF---\ntemplate')).toBe(true))
  test.each(['---\n{a: b}\n---\n\n', '---\n- a\n---\n\n', '+++\na = 1\n+++\n\n', '---\ntemplate:\n  - a\n---\n\n'])(
    'that is no list of keys is left alone: %j',
    (head) => expect(() => applied(head + BODY, 'minimal')).toThrow('front matter'),
  )
})

test('sections, fields and columns come to their places', () => {
  const text =
    '# Incident Post-Mortem: Disk full\n\n- **Status**: Final\n\n## Weather\n\nRain.\n\n## Timeline\n\n| Time (UTC) | Description | Owner |\n| --- | --- | --- |\n| 10:00 | **Started**: disk full | db-1 |\n'
  const after = applied(text, 'incident-review')
  expect(after).toContain('- **Author**: [Name]\n- **Status**: Final\n\n## Executive Summary\n')
  expect(after).toContain(
    '## Weather\n\nRain.\n\n## Timeline\n\n| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 10:00 | +X min | **Started**: disk full | db-1 |\n\n## Impact Assessment\n',
  )
})

describe('refuses', () => {
  test.each([
    ['a template', builtInTemplates()[0]?.body ?? '', 'This is a template itself.'],
    [
      'a log',
      `# Post-mortems\n\n${['Disk', 'Mail'].map((name) => `## ${name} 2026-01-14\n\n### Timeline\n\n- 10:00 full\n- 11:00 resolved\n\n`).join('')}`,
      'This document is about several incidents: a template is for one.',
    ],
    [
      'a document that ends in an open fence',
      '# Disk full\n\n```\nls\n',
      'A code block or comment at the end of this document is not closed.',
    ],
  ])('%s', (_, text, reason) => expect(() => applied(text, 'minimal')).toThrow(reason))
  test('a template that there is not', () =>
    expect(() => applied(BODY, 'ours')).toThrow('There is no template "ours".'))
})

test('a filled document of the template stays as it is', () => {
  for (const id of IDS) expect(applied(fixture(`filled/${id}.md`), id)).toBe(fixture(`filled/${id}.md`))
})

test('a document that was only begun is no template', () => {
  expect(read(applied('# Disk full\n', 'minimal'))).toMatchObject({ recognised: true, isTemplate: false })
})

describe('for any document', () => {
  const fixtures = ['filled', 'right', 'not-post-mortems'].flatMap((folder) =>
    markdownFiles(`test/fixtures/${folder}`).map(({ path, text }): [string, string] => [path, text]),
  )
  const real = corpusDocuments().map(({ path, text }): [string, string] => [path, text])

  test.each(
    [...sampled(fixtures, 8), ...real].map(
      ([name, text], index) => [name, IDS[index % IDS.length] ?? '', text] as const,
    ),
  )('%s + %s', (_, id, given) => {
    const text = given.length % 2 === 0 ? given : given.replace(/\r?\n/g, '\r\n')
    const document = shown(text)
    const found = applyTemplate(document, id)
    if ('refused' in found) {
      expect(found.refused).toMatch(/template itself|several incidents|not closed/)
      return
    }
    const { postMortem } = document
    for (const { section, start, end } of found.edits) {
      const base = postMortem.starts[section] ?? 0
      const replaced = text.slice(base + start, base + end).trim()
      if (replaced !== '') expect(IDS, 'the name of the template before').toContain(replaced)
    }
    const after = applyEdits(text, postMortem, found.edits)
    expect(missing(after, id)).toEqual([])
    expect(applied(after, id)).toBe(after)
    if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n')
  })
})

/** What the rules say is missing, though the incident may still go on. */
function missing(text: string, id: string): string[] {
  const postMortem = read(text)
  expect(postMortem.template).toMatchObject({ chosen: true, template: { id } })
  const findings = checkPostMortem({ ...postMortem, resolved: true }, RULE_CONTEXT)
  return findings.filter(({ rule }) => /^missing-(?:section|field|column)$/.test(rule)).map(({ message }) => message)
}
