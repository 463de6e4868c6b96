import { describe, expect, test } from 'vitest'
import { ACTION_KINDS, type Action, type ActionKind } from '../../../server/src/features/code-actions/code-actions.ts'
import { applyEdits, open, written } from '../../kit/document.ts'
import { findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'

/** A post-mortem that is over, so that what is missing is requested. */
const over = (head: string, body = '') =>
  written('minimal', `- **Duration**: 14:02 to 15:00 (58 min)\n${head}\n${body}`)

async function actionsIn(text: string, kinds: readonly ActionKind[] = ACTION_KINDS): Promise<Action[]> {
  const { service, view } = await open(text)
  return service.codeActions(view, 0, text.length, (kind) => kinds.includes(kind))
}

/** The text after an action, by its title. */
async function apply(text: string, title: string): Promise<string> {
  const { service, view } = await open(text)
  const found = service.codeActions(view, 0, text.length, () => true)
  const action = found.find((candidate) => candidate.title === title)
  if (!action) throw new Error(`Not offered; there are: ${found.map((other) => other.title).join(', ')}.`)
  return applyEdits(text, view.postMortem, 'edits' in action.effect ? action.effect.edits() : [])
}

describe('what is offered for a finding', () => {
  const text = written('minimal', '- **Severity**: SEV9\n')
  test('its fixes first, then what silences and explains it', async () => {
    const actions = await actionsIn(text, ['quickfix'])
    expect(actions.map(({ title }) => title)).toEqual([
      ...[4, 3, 2, 1, 0].map((number) => `Change to SEV${number}`),
      'Disable invalid-enum-value for this line',
      'Disable invalid-enum-value for this file',
      'Show documentation of invalid-enum-value',
    ])
    expect(actions.filter(({ preferred }) => preferred).map(({ title }) => title)).toEqual(['Change to SEV4'])
    for (const { findings } of actions) expect(findings.map(({ rule }) => rule)).toEqual(['invalid-enum-value'])
  })
  test('once for several findings of a rule, with a fix for all of them', async () => {
    const titles = (await actionsIn(fixture('fixes/invalid-enum-value.every-place.md'), ['quickfix'])).map(
      ({ title }) => title,
    )
    expect(titles.filter((title) => title.startsWith('Fix all'))).toEqual([
      'Fix all invalid-enum-value in this document',
    ])
    expect(titles.filter((title) => title.startsWith('Disable invalid-enum-value'))).toHaveLength(2)
  })
  test('only what is requested', async () => {
    for (const kind of ACTION_KINDS) {
      expect((await actionsIn(text, [kind])).filter((action) => action.kind !== kind)).toEqual([])
    }
  })
  test('nothing in ordinary Markdown', async () =>
    expect(await actionsIn('# Notes\n\n- **Severity**: SEV9\n')).toEqual([]))
})

describe('all of a kind', () => {
  test('are fixed in one step, other rules left alone', async () => {
    const text = fixture('fixes/invalid-enum-value.every-place.md')
    const mended = await apply(text, 'Fix all invalid-enum-value in this document')
    expect(mended).toBe(fixture('fixes/invalid-enum-value.every-place.golden.md'))
  })
  test('also where the fixes are at one place', async () => {
    const text = over(
      '- **Author**: Ana\n- **Date**: 2026-01-10\n- **Severity**: SEV2\n- **Status**: Draft',
      '## Summary\n\nFull.\n',
    )
    const mended = await apply(text, 'Fix all missing-section in this document')
    const rules = findingsIn(await open(mended)).map(([, rule]) => rule)
    expect(rules).not.toContain('missing-section')
    const headings = [...mended.matchAll(/^#+ .*/gm)].map(([heading]) => heading)
    const template = fixture('filled/minimal.md')
    expect(headings.slice(1)).toEqual([...template.matchAll(/^#+ .*/gm)].map(([heading]) => heading).slice(1))
  })
})

describe('source.fixAll.postmortem', () => {
  const TITLE = 'Fix all that has one safe fix'
  test('inserts what is missing, and changes no value', async () => {
    const text = over('- **Severity**: SEV9\n- **Author**: Ana', '## Timeline\n\n- 14:10 freed\n- 14:02 full\n')
    const mended = await apply(text, TITLE)
    expect(mended).toContain('SEV9')
    expect(mended).toContain('- 14:10 freed\n- 14:02 full\n')
    expect(mended).toContain('## Impact')
    expect(mended).toContain('**Date**')
    const left = findingsIn(await open(mended)).map(([, rule]) => rule)
    expect(left.filter((rule) => /^missing-(?:section|field)$/.test(rule))).toEqual([])
    expect((await actionsIn(mended)).map(({ title }) => title)).not.toContain(TITLE)
  })
  test('keeps the line ends', async () => {
    const text = over('- **Author**: Ana').replaceAll('\n', '\r\n')
    const mended = await apply(text, TITLE)
    expect(mended).toBe((await apply(over('- **Author**: Ana'), TITLE)).replaceAll('\n', '\r\n'))
  })
  test.each([
    ['nothing can be mended', written('minimal', '- **Severity**: SEV9\n')],
    ['the document is final: it is not filled with placeholders unseen', over('- **Status**: Final')],
  ])('is not offered where %s', async (_, text) =>
    expect((await actionsIn(text)).filter(({ kind }) => kind.startsWith('source.fixAll'))).toEqual([]),
  )
})

describe('source.organizeTimeline', () => {
  const text = over('', '## Timeline\n\n- 14:10 freed\n- 14:02 full\n- 14:20 closed\n')
  test('sorts the rows', async () => {
    const sorted = await apply(text, 'Sort timeline')
    expect(sorted).toContain('- 14:02 full\n- 14:10 freed\n- 14:20 closed\n')
    expect((await actionsIn(sorted)).filter(({ kind }) => kind === 'source.organizeTimeline')).toEqual([])
  })
})

describe('disabling a rule', () => {
  const LINE = 'Disable invalid-enum-value for this line'
  const FILE = 'Disable invalid-enum-value for this file'
  test.each([
    [
      'in a list',
      '- **Severity**: SEV9\n',
      '- **Severity**: SEV9 <!-- postmortem-disable-line invalid-enum-value -->\n',
    ],
    [
      'above a paragraph',
      '**Severity**: SEV9\n',
      '<!-- postmortem-disable-next-line invalid-enum-value -->\n**Severity**: SEV9\n',
    ],
    [
      'in the middle of a paragraph',
      '**Author**: Ana\n**Severity**: SEV9\\\n**Date**: 2026-01-10\n',
      '**Author**: Ana\n**Severity**: SEV9 <!-- postmortem-disable-line invalid-enum-value -->\\\n**Date**: 2026-01-10\n',
    ],
    [
      'in front of a hard break',
      '**Author**: Ana\n**Severity**: SEV9  \n**Date**: 2026-01-10\n',
      '**Author**: Ana\n**Severity**: SEV9 <!-- postmortem-disable-line invalid-enum-value -->  \n**Date**: 2026-01-10\n',
    ],
    [
      'in the last cell',
      '| Field | Value |\n|---|---|\n| Severity | SEV9 |\n',
      '| Field | Value |\n|---|---|\n| Severity | SEV9 <!-- postmortem-disable-line invalid-enum-value --> |\n',
    ],
    [
      'in a row without its last pipe',
      '| Field | Value\n|---|---\n| Severity | SEV9\n',
      '| Field | Value\n|---|---\n| Severity | SEV9 <!-- postmortem-disable-line invalid-enum-value -->\n',
    ],
    [
      'in a comment that is there',
      '- **Severity**: SEV9 <!-- postmortem-disable-line placeholder -->\n',
      '- **Severity**: SEV9 <!-- postmortem-disable-line placeholder invalid-enum-value -->\n',
    ],
    [
      'in a comment that stands above',
      '<!-- postmortem-disable-next-line placeholder -->\n**Severity**: SEV9\n',
      '<!-- postmortem-disable-next-line placeholder invalid-enum-value -->\n**Severity**: SEV9\n',
    ],
  ])('for its line %s', async (_, before, after) => {
    expect(await apply(written('minimal', before), LINE)).toBe(written('minimal', after))
    expect(await apply(written('minimal', before).replaceAll('\n', '\r\n'), LINE)).toBe(
      written('minimal', after).replaceAll('\n', '\r\n'),
    )
    expect(findingsIn(await open(written('minimal', after)))).toEqual([])
  })
  test('for its line above a heading', async () => {
    const text = over('- **Author**: Ana', '## Summary\n\nFull.\n')
    const rule = 'missing-section'
    expect(await apply(text, `Disable ${rule} for this line`)).toContain(
      '\n<!-- postmortem-disable-next-line missing-section -->\n',
    )
  })
  test('for its line in front matter', async () => {
    const yaml = (comment: string) => `---\ntemplate: minimal\nseverity: SEV9${comment}\n---\n\n# Incident: disk full\n`
    expect(await apply(yaml(''), LINE)).toBe(yaml(' # postmortem-disable-line invalid-enum-value'))
    expect(await apply(yaml(' # loud'), LINE)).toBe(yaml(' # loud # postmortem-disable-line invalid-enum-value'))
    expect(findingsIn(await open(yaml(' # loud # postmortem-disable-line invalid-enum-value')))).toEqual([])
  })
  test.each([
    ['on the line of a fence', '---\ntemplate: minimal\nduration: 14:02 to 15:00 (58 min)\n---\n', 'missing-section'],
    ['in a block of YAML', '---\ntemplate: minimal\nseverity: >-\n  SEV9\n---\n', 'invalid-enum-value'],
    ['behind a definition', over('', '## Timeline\n\n- [14:61]: freed\n- 14:02 full\n'), 'invalid-time'],
  ])('is not offered %s', async (_, text, rule) => {
    const titles = (await actionsIn(text)).map(({ title }) => title)
    expect(titles).toContain(`Disable ${rule} for this file`)
    expect(titles).not.toContain(`Disable ${rule} for this line`)
  })
  test('for the file, after the front matter', async () => {
    const text = written('minimal', '- **Severity**: SEV9\n')
    const after = await apply(text, FILE)
    expect(after).toBe(
      text.replace('minimal\n---\n', 'minimal\n---\n\n<!-- postmortem-disable-file invalid-enum-value -->\n'),
    )
    expect(findingsIn(await open(after))).toEqual([])
  })
  test('for the file, at its top and in the comment that is there', async () => {
    const text =
      '\uFEFF# Post-mortem: disk full\n\n- **Incident ID**: INC-1\n\n## Timeline\n\n- 14:02 ???\n- 14:61 freed\n'
    const first = await apply(text, 'Disable placeholder for this file')
    expect(first).toBe(`\uFEFF<!-- postmortem-disable-file placeholder -->\n\n${text.slice(1)}`)
    const second = await apply(first, 'Disable invalid-time for this file')
    expect(second).toBe(`\uFEFF<!-- postmortem-disable-file placeholder invalid-time -->\n\n${text.slice(1)}`)
    expect(findingsIn(await open(second))).toEqual([])
  })
})
