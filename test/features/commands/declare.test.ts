/** What a person says of a document is written into its front matter, and holds. */
import { describe, expect, test } from 'vitest'
import { changedText, changesOf } from '../../../server/src/edits/composed-edits.ts'
import { open } from '../../kit/document.ts'

async function declared(text: string, isPostMortem: boolean): Promise<string> {
  const { service, view } = await open(text)
  const answer = service.declareDocument(view, isPostMortem)
  return 'refused' in answer ? answer.refused : changedText(text, changesOf(answer.edits, view.postMortem))
}
const isOne = async (text: string) => (await open(text)).view.postMortem.recognised

const NOTES = '# Notes\n\nThe mail was slow.\n'
const REPORT = '# Post-mortem: mail outage\n\n**Severity**: SEV1\n\n## Timeline\n\n- 2026-01-12 09:00 alert\n'

describe('the front matter', () => {
  test.each([
    ['begins', NOTES, `---\npostmortem: true\n---\n\n${NOTES}`],
    ['begins behind a byte-order mark', `\uFEFF${NOTES}`, `\uFEFF---\npostmortem: true\n---\n\n${NOTES}`],
    ['keeps its line ends', '# Notes\r\n', '---\r\npostmortem: true\r\n---\r\n\r\n# Notes\r\n'],
    ['keeps its keys', '---\ntags: [a]\n---\n# Notes\n', '---\npostmortem: true\ntags: [a]\n---\n# Notes\n'],
    ['says the opposite', '---\npostmortem: false # no\n---\n# Notes\n', '---\npostmortem: true # no\n---\n# Notes\n'],
    ['says so already', '---\npostmortem: true\n---\n# Notes\n', '---\npostmortem: true\n---\n# Notes\n'],
  ])('%s', async (_, before, after) => expect(await declared(before, true)).toBe(after))
  test.each([
    ['TOML', '+++\na = 1\n+++\n# Notes\n'],
    ['a list', '---\n- a\n---\n# Notes\n'],
    ['braces', '---\n{a: 1}\n---\n# Notes\n'],
  ])('is left alone where it is %s', async (_, text) => expect(await declared(text, true)).toMatch(/mend it first/))
})

test('decides', async () => {
  expect([await isOne(NOTES), await isOne(await declared(NOTES, true))]).toEqual([false, true])
  expect([await isOne(REPORT), await isOne(await declared(REPORT, false))]).toEqual([true, false])
  expect(await declared(await declared(REPORT, false), true)).toContain('postmortem: true')
})

test('a post-mortem can be denied by an action, ordinary Markdown is asked nothing', async () => {
  const titles = async (text: string) => {
    const { service, view } = await open(text)
    return service.codeActions(view, 0, 0, (kind) => kind === 'source.declare').map(({ title }) => title)
  }
  expect(await titles(REPORT)).toEqual(['This file is no post-mortem'])
  expect(await titles(NOTES)).toEqual([])
})
