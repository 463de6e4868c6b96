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

function shown(text: string, path: string | null = null): ActionableDocument {
  const readHere = path === null ? read : reader(builtInTemplates(), path)
  const reanalyse = (other: string) => ({ postMortem: readHere(other), findings: [] })
  const context = { ...RULE_CONTEXT, path, readerZone: 'UTC', templates: builtInTemplates() }
  return { ...context, text, ...reanalyse(text), reanalyse }
}

/** The text afterwards. @throws Error with the reason where there is none */
function applied(text: string, id: string, path: string | null = null): string {
  const document = shown(text, path)
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

describe('what a foreign document says is taken over', () => {
  const head = (text: string, id: string, path: string | null = null) =>
    applied(text, id, path).split(/\n\n+(?=## )/)[0]
  const tail = '\n\n## Summary\n\nThe queue was full.\n'
  test.each([
    // The day of the title, and the times of the text.
    [
      '# Search outage on 10 March 2026',
      'minimal',
      '# Search outage on 10 March 2026\n\n- **Date**: 2026-03-10\n- **Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]\n- **Duration**: [HH:MM] to [HH:MM] ([X min])\n- **Status**: Draft\n- **Author**: [Name]',
    ],
    [
      '# INC-20260310-004: no search\n\n**Severity**: SEV2',
      'phased',
      '# INC-20260310-004: no search\n\n**Incident ID**: INC-20260310-004\n**Date**: 2026-03-10\n**Severity**: SEV2\n**Duration**: [HH:MM] to [HH:MM] ([X min])',
    ],
    [
      '# Rapport de panne du 10 mars 2026\n\n**Auteur** : Ana',
      'google-sre',
      '# Rapport de panne du 10 mars 2026\n\n**Date**: 2026-03-10\n**Auteur** : Ana\n**Status**: Draft',
    ],
  ])('%s', (title, id, expected) => expect(head(title + tail, id)?.replace(/^---\n.*\n---\n\n/, '')).toBe(expected))
  test('a start in the timeline begins the duration', () => {
    const text =
      '# Search outage\n\n## Timeline (UTC)\n\n- 2026-03-10 09:10 **Outage begins**\n- 2026-03-10 09:40 **Resolved**\n'
    expect(applied(text, 'minimal')).toContain('- **Date**: 2026-03-10\n')
    expect(applied(text, 'minimal')).toContain('- **Duration**: 09:10 UTC to [HH:MM] ([X min])\n')
  })
  test.each([
    ['docs/2026-03-10-search-outage.md', '# Incident Post-Mortem: Search outage\n\n- **Date**: 2026-03-10\n'],
    ['docs/INC-20260310-004_no_search.md', '# Incident Post-Mortem: No search\n\n'],
    ['docs/notes.md', '\n# Incident Post-Mortem: [What happened]\n\n- **Date**: [YYYY-MM-DD]\n'],
    [null, '\n# Incident Post-Mortem: [What happened]\n\n- **Date**: [YYYY-MM-DD]\n'],
  ])('without a title it gets one from the name of its file: %s', (path, expected) => {
    expect(applied('## What happened\n\nMail was late.\n', 'minimal', path)).toContain(expected)
  })
  test('a duration that another section asks for is none of the head', () => {
    expect(applied(BODY, 'incident-review')).toContain('- **Duration**: [HH:MM] to [HH:MM] ([X min])\n')
  })
  test('nothing is done that is not said', () => {
    const found = applyTemplate(
      shown('# Search outage on 10 March 2026\n\n## Timeline\n\n- 09:10 UTC down\n'),
      'minimal',
    )
    expect('steps' in found && found.steps).toEqual([
      'Write "template: minimal" into the front matter',
      'Insert section "Summary"',
      'Insert section "Impact"',
      'Insert section "Contributing Factors"',
      'Insert section "Lessons Learned"',
      'Insert section "Action Items"',
      'Insert fields "Date", "Severity", "Duration", "Status" and "Author"',
      'Fill in "Date": 2026-03-10',
      'Fill in "Status": Draft',
    ])
    expect(applyTemplate(shown(fixture('filled/minimal.md')), 'minimal')).toMatchObject({ edits: [], steps: [] })
  })
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
