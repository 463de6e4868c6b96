import { beforeAll, describe, expect, it } from 'vitest'
import { createHighlighter, type Highlighter, plainColor, type Token } from './kit.ts'

const THEMES = ['light_modern', 'light_plus', 'dark_modern', 'dark_plus', 'hc_black', 'hc_light']

let ours: Highlighter
let builtIn: Highlighter

beforeAll(async () => {
  ours = await createHighlighter()
  builtIn = await createHighlighter(false)
})

const kindOf = (token: Token): string | undefined =>
  token.scopes.find((scope) => scope.endsWith('.postmortem'))?.replace(/^.*\.(?=[^.]+\.postmortem$)|\.postmortem$/g, '')

/** What we coloured, as `kind:text`. */
const marked = (markdown: string): string[] =>
  ours.tokens(markdown).flatMap((token) => {
    const kind = kindOf(token)
    return kind === undefined ? [] : [`${kind}:${token.text}`]
  })

describe('tokens', () => {
  it.each([
    ['It was SEV1, then SEV-2.', ['severity:SEV1', 'severity:SEV-2']],
    ['Any of SEV0/SEV1/SEV2', ['severity:SEV0/SEV1/SEV2']],
    ['# INC-20260115-001: no mail', ['incident-id:INC-20260115-001']],
    ['- [HH:MM]: detected', ['placeholder:[HH:MM]']],
    ['[HH:MM]: https://example.org', ['placeholder:[HH:MM]']],
    ['from [YYYY-MM-DD HH:MM UTC] on', ['placeholder:[YYYY-MM-DD HH:MM UTC]']],
    ['took [X min] or [+X min]', ['placeholder:[X min]', 'placeholder:[+X min]']],
    ['**Severity**: [SEV0/SEV1/SEV2]', ['placeholder:[SEV0/SEV1/SEV2]']],
    ['INC-YYYYMMDD-XXX', ['placeholder:INC-YYYYMMDD-XXX']],
    ['| a | b |\n|---|---|\n| [HH:MM] | SEV3 |', ['placeholder:[HH:MM]', 'severity:SEV3']],
  ])('%j', (markdown, expected) => {
    expect(marked(markdown)).toEqual(expected)
  })
})

describe('ordinary Markdown keeps every token as it was', () => {
  it.each([
    [
      'keys in bold',
      '**Severity**: high\n- **Detected By:** Bo\n**Date**: today\n**Author:** Ann\n- **Owner**: Bo\n**Status**: Draft\n**Note**: hi',
    ],
    ['a field name that is only bold', 'The **Severity** is high. **Severity** matters: always.'],
    ['a field name without bold', 'Severity: high\nIncident ID: 7'],
    ['words, files and paths', 'SEVERAL SEV SEV5 SEV12 XSEV1 sev1 SEV1.md a/SEV1 #SEV1 INC-1 INC-20260115-001.md'],
    ['other brackets', '[ ] [x] [link](https://example.org) [ref][HH] [note] [08:47]\n- [ ] task'],
    ['real links', '[HH:MM](clock.md) [HH:MM][clock] <https://example.org/SEV1> https://example.org/INC-20260115-001'],
    ['a link target', '[page](https://example.org/?q=SEV1 "SEV1")\n\n[page]: https://example.org/SEV1'],
    ['a code span', 'a `SEV1 [HH:MM] **Severity**:` and ``INC-20260115-001``'],
    ['a code span in a table', '| a | b |\n|---|---|\n| `SEV1` | `[HH:MM]` |'],
    ['fenced code', '```\n**Severity**: SEV1 [HH:MM]\n```\n~~~yaml\nid: INC-20260115-001\n~~~'],
    ['fenced Markdown', '```md\n**Severity**: SEV1\n- [HH:MM]: INC-20260115-001\n```'],
    ['fenced code in a list', '- step\n\n  ```sh\n  echo SEV1 [HH:MM]\n  ```'],
    ['indented code', 'text\n\n    **Severity**: SEV1 [HH:MM]'],
    ['a comment', '<!-- SEV1 [HH:MM] **Severity**: -->\n\n<!--\nINC-20260115-001\n-->'],
    ['an attribute', '<img alt="SEV1" src="INC-20260115-001">'],
    ['front matter', '---\nid: INC-20260115-001\nseverity: SEV1\ntime: [HH:MM]\n---\n'],
  ])('%s', (_, markdown) => {
    expect(ours.tokens(markdown)).toEqual(builtIn.tokens(markdown))
  })
})

describe.each(THEMES)('in %s', (theme) => {
  it.each(['SEV1', 'INC-20260115-001', '[HH:MM]', '[YYYY-MM-DD]', 'INC-YYYYMMDD-XXX'])('%s has a colour', (text) => {
    const looks = ours.looks(`see ${text} here`, theme)
    expect(looks.map((look) => look.text)).toEqual(['see ', text, ' here'])
    const [before, token, after] = looks.map((look) => look.color)
    expect([before, after]).toEqual([plainColor(theme), plainColor(theme)])
    expect(token).not.toBe(plainColor(theme))
  })

  it('keys in bold look the same, whatever they are', () => {
    const colors = ['Severity', 'Date', 'Root Cause', 'Elephant'].map((key) => {
      const look = ours.looks(`**${key}**: x`, theme).find((run) => run.text.includes(key))
      return `${look?.color} ${look?.bold}`
    })
    expect(new Set(colors).size).toBe(1)
  })

  it('the three kinds look different from each other', () => {
    const text = 'SEV1 INC-20260115-001 [HH:MM]'
    const colors = ['SEV1', 'INC-20260115-001', '[HH:MM]'].map(
      (run) => ours.looks(text, theme).find((look) => look.text === run)?.color,
    )
    expect(new Set(colors).size).toBe(3)
  })
})

it('adds little to the work that a long line is', () => {
  const line = '**Severity SEV INC-2026 [HH:MM **'.repeat(70)
  const searches = (highlighter: Highlighter) => {
    const before = highlighter.searches()
    expect(highlighter.tokens(line).length).toBeGreaterThan(0)
    return highlighter.searches() - before
  }
  const alone = searches(builtIn)
  expect(alone).toBeGreaterThan(0)
  expect(searches(ours)).toBeLessThan(3 * alone)
})
