/** From placeholder to placeholder, in the templates that teams have: each is reached once, and is replaced as a whole. */
import { describe, expect, test } from 'vitest'
import { placeholdersOf } from '../../../server/src/model/content/placeholders.ts'
import { applyEdits, open } from '../../kit/document.ts'
import { type Key, typist } from '../../kit/keys.ts'
import { templateFiles } from '../../kit/templates.ts'

const HEAD = '# Post-mortem: disk full 2026-01-12\n\n- **Severity**: SEV2\n- **Date**: 2026-01-12\n\n'
const BODY = `${HEAD}## Timeline

- 14:02 Full
- 14:20 Space again

## Impact

[Who noticed]

- [How many]
- [What they saw]
`

describe.each(templateFiles().map((file) => [file.id, file] as const))('%s', (id, { body, files }) => {
  const copy = `---\ntemplate: ${id}\n---\n\n${body.replace(/^# .*Template$/m, '# Post-mortem: labels printed twice')}`

  test('Tab fills in all of it', async () => {
    const { postMortem } = (await open(copy, { files })).view
    const places = placeholdersOf(postMortem)
    const filled = applyEdits(
      copy,
      postMortem,
      places.map(({ text: _text, ...place }, index) => ({ ...place, newText: `v${index}` })),
    )
    const session = await typist(`<|>${copy}`, { files, isSlow: true })
    await session.press('Next')
    let tabs = 0
    for (let index = 0; index < places.length; index++) {
      // A cell that is no placeholder is passed on the way.
      while (!session.marked.includes(`<[${places[index]?.text}]>`) && tabs < 2 * places.length) {
        tabs++
        await session.press('Tab')
      }
      await session.press({ type: `v${index}` })
      tabs++
      await session.press('Tab')
    }
    expect(session.text).toBe(filled)
    expect(session.leftToEditor).toEqual([])
    // Few cells stand between them.
    expect(tabs).toBeLessThan(places.length * 1.3)
  })
})

describe('Next and Previous', () => {
  test.each<[string, string, readonly Key[], string]>([
    ['the first from the top', `<|>${BODY}`, ['Next'], '<[[Who noticed]]>'],
    ['the one before which the cursor stands', BODY.replace('[Who', '<|>[Who'), ['Next'], '<[[Who noticed]]>'],
    ['the next one from within one', BODY.replace('[Who', '[W<|>ho'), ['Next'], '<[[How many]]>'],
    ['on and on', `<|>${BODY}`, ['Next', 'Next', 'Next'], '<[[What they saw]]>'],
    ['behind the last comes the first', `<|>${BODY}`, ['Next', 'Next', 'Next', 'Next'], '<[[Who noticed]]>'],
    ['before the first comes the last', `<|>${BODY}`, ['Previous'], '<[[What they saw]]>'],
    ['back', `<|>${BODY}`, ['Next', 'Next', 'Previous'], '<[[Who noticed]]>'],
    ['Tab goes on where one was filled in', `<|>${BODY}`, ['Next', { type: 'All' }, 'Tab'], '<[[How many]]>'],
    ['Tab goes on in a bullet, too', `<|>${BODY}`, ['Next', 'Next', { type: 'Ten' }, 'Tab'], '<[[What they saw]]>'],
    ['Shift+Tab goes back', `<|>${BODY}`, ['Next', 'Next', { type: 'Ten' }, 'Shift+Tab'], '<[[Who noticed]]>'],
    ['Tab at one', BODY.replace('[Who', '[W<|>ho'), ['Tab'], '<[[How many]]>'],
  ])('%s', async (_what, marked, keys, expected) => {
    const session = await (await typist(marked)).press(...keys)
    expect(session.marked).toContain(expected)
    expect(session.leftToEditor).toEqual([])
  })

  test('what is typed replaces it with its brackets', async () => {
    const session = await (await typist(`<|>${BODY}`)).press('Next', { type: 'All of them' })
    expect(session.text).toBe(BODY.replace('[Who noticed]', 'All of them'))
  })

  test('none is left', async () => {
    const session = await typist(`<|>${BODY.slice(0, BODY.indexOf('[Who'))}All.\n`)
    expect((await session.press('Next', 'Previous')).leftToEditor).toEqual(['Next', 'Previous'])
  })

  test('away from it Tab is the editor’s again', async () => {
    const session = await (await typist(`<|>${BODY}`)).press('Next', { type: 'All' })
    expect((await session.press({ type: ' ' }, 'Tab')).leftToEditor).toEqual([])
    const elsewhere = await typist(BODY.replace('14:02 Full', '14:02 Full<|>'))
    expect((await elsewhere.press('Tab')).leftToEditor).toEqual(['Tab'])
  })

  test('in a table an open cell is selected, or the placeholder in it', async () => {
    const table = `${HEAD}## Timeline\n\n| Time | What | Who |\n| --- | --- | --- |\n| 14:02<|> | at [HH:MM] UTC | Ana |\n`
    const session = await (await typist(table)).press('Tab')
    expect(session.marked).toContain('| at <[[HH:MM]]> UTC |')
    expect((await session.press({ type: 'Full' }, 'Tab')).marked).toContain('| at Full UTC | <[Ana]> |')
  })
})
