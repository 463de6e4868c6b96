import { describe, expect, test } from 'vitest'
import { applyEdits, lineOf, type OpenOptions, open, written } from '../../kit/document.ts'
import { fixture } from '../../kit/fixtures.ts'
import { LATER } from '../../kit/rules.ts'

const REVIEW = fixture('filled/incident-review.md')
const draft = (text = REVIEW) => text.replace('**Status**: Final', '**Status**: Draft')
const PLACE = { now: LATER }

/** What blocks, as `line: rule: message`, else the text once it is final; what refuses, in brackets. */
async function marked(text: string, options: OpenOptions = PLACE): Promise<string | string[]> {
  const { service, view } = await open(text, options)
  const check = service.checkFinal(view)
  if ('refused' in check) return `(${check.refused})`
  if (check.blockers.length === 0) return applyEdits(text, view.postMortem, check.edits)
  expect(check.edits).toEqual([])
  for (const { start, end } of check.blockers) expect(0 <= start && start <= end && end <= text.length).toBe(true)
  return check.blockers.map(({ start, rule, message }) => `${lineOf(text, start)}: ${rule}: ${message}`)
}

describe('the status is set when nothing blocks', () => {
  test('in the template’s word, and nothing else changes', async () => expect(await marked(draft())).toBe(REVIEW))
  test('with CRLF', async () =>
    expect(await marked(draft().replaceAll('\n', '\r\n'))).toBe(REVIEW.replaceAll('\n', '\r\n')))
  test.each([
    ['a placeholder', '**Status**: [Draft/Final]', '**Status**: Final'],
    ['an empty value', '**Status**:', '**Status**: Final'],
    ['an empty value with a blank', '**Status**: ', '**Status**: Final'],
    ['a remark', '**Status**: Draft (read by Ben)', '**Status**: Final (read by Ben)'],
    ['a comment', '**Status**: Draft <!-- by Ben -->', '**Status**: Final <!-- by Ben -->'],
  ])('in place of %s', async (_, before, after) =>
    expect(await marked(REVIEW.replace('**Status**: Final', before))).toBe(REVIEW.replace('**Status**: Final', after)),
  )
  test('in a field that is put in, where the template has it', async () =>
    expect(await marked(REVIEW.replace('- **Status**: Final\n', ''))).toBe(REVIEW))
  test('in front matter', async () => {
    const text =
      '---\ntitle: Post-mortem of a full disk\nid: INC-1\nstatus: draft\n---\n\n# Disk full\n\n## Timeline\n\n- 14:02 full\n- 14:10 freed\n\n## Impact\n\nNone.\n\n## Root cause\n\nLogs.\n'
    expect(await marked(text)).toBe(text.replace('draft', 'Final'))
  })
  test('in a document without a template that has a status', async () => {
    const text =
      '# Post-mortem: disk full\n\n- **Incident ID**: INC-1\n- **Status**: Draft\n\n## Timeline\n\n- 14:02 full\n- 14:10 freed\n'
    expect(await marked(text)).toBe(text.replace('Draft', 'Final'))
  })
  test('in the word of the team', async () => {
    const files = {
      '.postmortem.yml': 'templates:\n  - file: t.md\n',
      't.md':
        '# Incident [Title]\n\n- **Status**: [Writing/Published]\n\n## Timeline\n\n- [HH:MM] [What happened]\n\n## Impact\n\n[What broke]\n',
    }
    const text =
      '---\ntemplate: t\n---\n\n# Incident disk full\n\n- **Status**: Writing\n\n## Timeline\n\n- 14:02 full\n\n## Impact\n\nNone.\n'
    expect(await marked(text, { files })).toBe(text.replace('Writing', 'Published'))
  })
  test('not again, when it is final', async () => expect(await marked(REVIEW)).toBe(REVIEW))
})

describe('blocked by', () => {
  test('what is missing, left open or wrong, in the order of the document', async () => {
    const text = draft()
      .replace('**Severity**: SEV1', '**Severity**: SEV7')
      .replace(/\*\*Author\*\*: .*/, '**Author**: [Name]')
      .replace(/- \*\*Compliance Impact\*\*: No\n/, '')
      .replace('- [x] Data:', '- [ ] Data:')
      .replace('M. Tanaka, 2026-02-18', '')
    const found = (await marked(text)) as string[]
    expect(found.map((blocker) => blocker.split(': ')[1])).toEqual([
      'invalid-enum-value',
      'final-with-placeholders',
      'missing-field',
      'final-with-open-verification',
      'final-without-approval',
    ])
    expect(found[1]).toBe(
      `${lineOf(text, text.indexOf('[Name]'))}: final-with-placeholders: Still to be filled in: [Name]`,
    )
  })
  test('every placeholder by itself, at its place, whatever the status is set to', async () => {
    const head = '- **Status**: [Draft/Final]\n- **Author**: [Name]\n- **Date**: [YYYY-MM-DD]\n'
    const found = (await marked(written('minimal', head))) as string[]
    expect(found.filter((blocker) => blocker.includes('final-'))).toEqual([
      '8: final-with-placeholders: Still to be filled in: [Name]',
      '9: final-with-placeholders: Still to be filled in: [YYYY-MM-DD]',
    ])
  })
  test('an urgent action that nobody owns', async () => {
    const text = draft().replace('| Aisha Bello | P0 | 2026-02-13 | Done |', '|  | P0 | 2026-02-13 | Open |')
    expect(await marked(text)).toEqual([
      `${lineOf(text, text.indexOf('| ACT-1 '))}: action-without-owner: ACT-1 is P0 and has no owner.`,
    ])
  })
  test.each([
    ['it is done', '|  | P0 | 2026-02-13 | Done |', {}],
    ['it is less urgent', '|  | P2 | 2026-02-13 | Open |', {}],
    [
      'the team does not ask for owners',
      '|  | P0 | 2026-02-13 | Open |',
      { files: { '.postmortem.yml': 'rules:\n  action-without-owner: off\n' } },
    ],
  ])('no action without an owner where %s', async (_, row, options) => {
    const text = draft().replace('| Aisha Bello | P0 | 2026-02-13 | Done |', row)
    expect(await marked(text, { ...PLACE, ...options })).toBe(text.replace('**Status**: Draft', '**Status**: Final'))
  })
  test('what a final document has as well', async () => {
    const text = REVIEW.replace('- [x] Data:', '- [ ] Data:')
    expect(await marked(text)).toEqual([expect.stringContaining('final-with-open-verification')])
  })
  test('nothing that is disabled', async () => {
    const text = draft()
      .replace('- [x] Data:', '- [ ] Data:')
      .replace('\n# ', '\n<!-- postmortem-disable-file final-with-open-verification -->\n\n# ')
    expect(await marked(text)).toBe(text.replace('**Status**: Draft', '**Status**: Final'))
  })
  test('no hint, and no warning about something else', async () => {
    const text = draft().replace('(85 min)', '(75 min)')
    expect(await marked(text)).toBe(text.replace('**Status**: Draft', '**Status**: Final'))
  })
})

describe('refused', () => {
  const LOG =
    '# Post-mortems\n\n## 2026-01-02 disk full\n\n### Timeline\n\n- 14:02 full\n- 14:10 freed\n\n### Root cause\n\nLogs.\n\n## 2026-01-05 disk full again\n\n### Timeline\n\n- 10:02 full\n- 10:10 freed\n\n### Root cause\n\nLogs.\n'
  const PHASED = fixture('filled/phased.md').replace('**Approved By**: Helena Brandt', '**Approved By**:')
  test.each([
    [
      'ordinary Markdown',
      '# Notes\n',
      '(This document is not recognised as a post-mortem: give it a `template:` in its front matter, or name it in `.postmortem.yml`.)',
    ],
    [
      'a template',
      `${fixture('../../server/templates/minimal.md')}`,
      '(This is a template: only a post-mortem can be final.)',
    ],
    ['a log', LOG, '(This file holds several incidents: it has no status as a whole.)'],
    [
      'a template without a status, which is final once it is approved',
      PHASED,
      '(This template has no status. The post-mortem is final once "Approved By" and the date are filled in under "Sign-Off".)',
    ],
    [
      'no template and no status',
      '# Post-mortem: disk full\n\n- **Incident ID**: INC-1\n\n## Timeline\n\n- 14:02 full\n- 14:10 freed\n',
      '(There is no status to set. Add a line "**Status**: Draft" below the title first.)',
    ],
  ])('%s', async (_, text, expected) => expect(await marked(text)).toBe(expected))
  test('not, once it is approved', async () => {
    const approved = fixture('filled/phased.md')
    expect(await marked(approved)).toBe(approved)
    const open = approved.replace('**Support Tickets**: 214', '**Support Tickets**: [Number]')
    expect(await marked(open)).toEqual([expect.stringContaining('Still to be filled in: [Number]')])
  })
})
