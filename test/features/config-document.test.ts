/** Completion and hovers in `.postmortem.yml`. `<|>` is the cursor. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONFIG_SCHEMA } from '../../server/src/config/definition.ts'
import { configCompletions } from '../../server/src/features/config/config-completion.ts'
import { configHover } from '../../server/src/features/config/config-hover.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import { runs } from '../kit/sampling.ts'

const FILES = ['docs/outage template.md', 'docs/*.md', 'a.md']
const KEYS = Object.keys(CONFIG_SCHEMA.entries)
const LEVELS = ['off', 'hint', 'info', 'warning', 'error']
const RULE_IDS = RULES.map(({ id }) => id)

const at = (marked: string) => ({ text: marked.replace('<|>', ''), offset: marked.indexOf('<|>') })
const proposals = (marked: string) => {
  const { text, offset } = at(marked)
  return configCompletions(text, offset, async () => FILES)
}
const labels = async (marked: string) => (await proposals(marked)).map(({ label }) => label)

describe('completion offers', () => {
  const without = (...names: string[]) => KEYS.filter((key) => !names.includes(key))
  it.each([
    ['<|>', KEYS],
    ['fo<|>', KEYS],
    ['timeZone: UTC\n<|>\nfolder: a\n', without('timeZone', 'folder')],
    ['timeZone: UTC\nfol<|>\n', without('timeZone')],
    ['fol<|>: a\n', KEYS],
    ['metrics: <|>', ['default', 'rootly', 'datadog']],
    ['metrics: ro<|>otly # ours', ['default', 'rootly', 'datadog']],
    ['metrics:<|>', ['default', 'rootly', 'datadog']],
    ["metrics: 'r<|>'", ['default', 'rootly', 'datadog']],
    ['dateOrder: <|>\r\nfolder: a\r\n', ['dmy', 'mdy']],
    ['{ dateOrder: <|> }', ['dmy', 'mdy']],
    ['rules:\n  <|>\n', RULE_IDS],
    ['rules:\n  placeholder: off\n  <|>\n', RULE_IDS.filter((id) => id !== 'placeholder')],
    ['rules: { placeholder: off, <|> }', RULE_IDS.filter((id) => id !== 'placeholder')],
    ['rules:\n  placeholder: <|>\n', LEVELS],
    ['rules: { placeholder: o<|> }', LEVELS],
    ['rules:\n  # why\n\n  placeholder: <|>\n', LEVELS],
    ['templates:\n  - <|>', [...FILES, 'file', 'match']],
    ['templates:\n- <|>', [...FILES, 'file', 'match']],
    ['templates: [<|>]', FILES],
    ['templates:\n  - file: <|>', FILES],
    ['templates:\n  - a.md\n  - file: b.md\n    <|>', ['match']],
    ['templates:\n  - { file: a.md, <|> }', ['match']],
    ['severities:\n  - value: Red\n    <|>', ['meaning', 'aliases']],
    ['severities:\n  - { value: Red, meaning: x }\n  - value: Y\n    me<|>', ['meaning', 'aliases']],
    ['folder: <|>', []],
    ['owners:\n  - <|>', []],
    ['sla:\n  <|>', []],
    ['sla:\n  P0: <|>', []],
    ['# <|>', []],
    ['folder: a # <|>', []],
    ['nothing:\n  <|>', []],
  ])('%j', async (marked, expected) => expect(await labels(marked)).toEqual(expected))

  it('time zones, UTC first', async () => {
    const zones = await labels('timeZone: <|>')
    expect(zones[0]).toBe('UTC')
    expect(zones).toContain('Europe/Oslo')
    expect(new Set(zones).size).toBe(zones.length)
  })

  it('what a key and a rule are for, and the level of the rule itself', async () => {
    const [key] = await proposals('folder: a\nmetr<|>')
    expect(key).toMatchObject({
      label: 'extends',
      kind: 'field',
      documentation: expect.stringMatching(/^Other config/),
    })
    const rule = (await proposals('rules:\n  <|>')).find(({ label }) => label === 'placeholder')
    expect(rule?.documentation).toBe(RULES.find(({ id }) => id === 'placeholder')?.description)
    const levels = await proposals('rules:\n  placeholder: <|>')
    expect(levels.filter(({ detail }) => detail !== '').map(({ label }) => label)).toEqual(['warning'])
  })
})

describe('what is taken', () => {
  it.each([
    ['fo<|>', 'folder', 'folder: '],
    ['fol<|>er: docs', 'folder', 'folder: docs'],
    ['rul<|>', 'rules', 'rules:'],
    ['sev<|>\n', 'severities', 'severities:\n'],
    ['metrics:<|>\n', 'rootly', 'metrics: rootly\n'],
    ['metrics: dat<|>adog # ours\n', 'rootly', 'metrics: rootly # ours\n'],
    ['rules: { placeholder: o<|>n, x: off }', 'off', 'rules: { placeholder: off, x: off }'],
    ['templates: [<|>]', 'docs/outage template.md', 'templates: [docs/outage template.md]'],
    ['templates:\n  - <|>\n', 'docs/*.md', "templates:\n  - 'docs/*.md'\n"],
    ['templates:\r\n  - <|>\r\n', 'file', 'templates:\r\n  - file: \r\n'],
  ])('%j, %s', async (marked, label, expected) => {
    const chosen = (await proposals(marked)).find((proposal) => proposal.label === label)
    const { text } = at(marked)
    const { start = 0, end = 0 } = chosen?.place ?? {}
    expect(text.slice(0, start) + chosen?.newText + text.slice(end)).toBe(expected)
  })
})

describe('a hover says', () => {
  it.each([
    ['fol<|>der: a\n', /^Where \*New Post-Mortem\* puts new ones.*\n\nDefault: `postmortems`$/],
    ['folder: a<|>\n', null],
    ['timeZone: UTC\r\nru<|>les: {}\r\n', /^How the findings of a rule count/],
    ['rules:\n  place<|>holder: off\n', /^\*\*placeholder\*\* \(hygiene\)\n\n.*\n\nDefault: warning, hint in a draft$/],
    ['rules:\n  zzz<|>: off\n', null],
    ['templates:\n  - { file: a.md, mat<|>ch: b }\n', /^Documents that are checked against it/],
    ['severities:\n  - mea<|>ning: x\n', /^What it means/],
    ['sla:\n  P<|>0: 3d\n', null],
    ['foldr<|>: a\n', null],
    ['# fol<|>der\n', null],
    ['<|>', null],
  ])('%j', (marked, expected) => {
    const { text, offset } = at(marked)
    const markdown = configHover(text, offset)?.markdown ?? null
    if (expected === null) expect(markdown).toBeNull()
    else expect(markdown).toMatch(expected)
  })

  it('where it is', () => {
    const text = 'timeZone: UTC\nfolder: a\n'
    const { place } = configHover(text, 20) ?? {}
    expect(text.slice(place?.start, place?.end)).toBe('folder')
  })
})

it('nothing throws, and every place is on the line of the cursor and holds it', async () => {
  const token = fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '  ',
      ' ',
      '- ',
      '-',
      ': ',
      ':',
      '[',
      ']',
      '{',
      '}',
      ',',
      '#',
      '"',
      "'",
      '\t',
      '? ',
      '|',
      '💥',
      '\uFEFF',
    ],
    ...['rules', 'templates', 'file', 'placeholder', 'metrics', 'timeZone', 'severities', 'off'],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 30 }), fc.nat(), async (tokens, seed) => {
      const text = tokens.join('')
      const wanted = seed % (text.length + 1)
      // No cursor is inside of a line break.
      const offset = text[wanted - 1] === '\r' && text[wanted] === '\n' ? wanted - 1 : wanted
      configHover(text, offset)
      for (const { place } of await configCompletions(text, offset, async () => FILES)) {
        expect(place.start).toBeLessThanOrEqual(offset)
        expect(place.end).toBeGreaterThanOrEqual(offset)
        expect(text.slice(place.start, place.end)).not.toMatch(/[\r\n]/)
      }
    }),
    { numRuns: runs(1000) },
  )
})
