import { describe, expect, test } from 'vitest'
import { allShown, applyFix, completionsAt, finderOf } from '../../kit/expect.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'unknown-template'
const report = (template: string) =>
  `---\ntemplate: ${template}\n---\n\n# Post-mortem: disk full 2026-01-12\n\n## Timeline\n\n- 14:02 full\n- 14:10 freed\n`

const found = finderOf(RULE, allShown)

describe('found', () => {
  test.each([
    ['Minimal', 'Minimal: There is no template "Minimal". Did you mean "minimal"?'],
    ['postmortm', 'postmortm: There is no template "postmortm".'],
    ['"phase"', '"phase": There is no template "phase". Did you mean "phased"?'],
    [
      'incident_review # ours',
      'incident_review: There is no template "incident_review". Did you mean "incident-review"?',
    ],
  ])('%s', async (name, expected) => expect(await found(report(name))).toEqual([expected]))
  test('and changed to the nearest', async () => {
    expect(await applyFix(report('Minimal'), RULE)).toBe(report('minimal'))
  })
})

describe('not found', () => {
  test.each(['minimal', '"phased"', 'layouts/post.html', 'page.html', '', '3', '[minimal]'])('%s', async (name) => {
    expect(await found(report(name))).toEqual([])
  })
})

describe('completion', () => {
  const labels = async (marked: string) => (await completionsAt(marked)).map(({ label }) => label)
  test.each(['', 'mi', 'minimal', 'Minimall'])('behind "%s"', async (name) => {
    expect(await labels(report(`${name}<|>`))).toEqual(expect.arrayContaining(['minimal', 'phased', 'incident-review']))
  })
  test('replaces the whole value', async () => {
    const [item] = await completionsAt(report('mi<|>nimum'))
    expect(item?.place).toMatchObject({ start: 14, end: 21 })
  })
  test('not for another key, nor in the text', async () => {
    expect(await labels(report('minimal').replace('template', 'layout').replace('minimal', '<|>'))).toEqual([])
    expect(await labels(report('minimal').replace('- 14:02', 'template: <|>'))).not.toContain('phased')
  })
})

describe('planted errors', () => {
  const typos = ['minimale', 'minmal', 'mimimal', 'Minimal', 'minimal-2', 'min', 'short', 'default']
  const mutants = [
    ...typos.map((name) => replaced(report('minimal'), 'template: minimal', `template: ${name}`)),
    ...typos.map((name) => replaced(report('phased'), 'template: phased', `template: ${name}x`)),
    ...typos.map((name) => replaced(report('google-sre'), 'template: google-sre', `template: "${name}y"`)),
  ]
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
