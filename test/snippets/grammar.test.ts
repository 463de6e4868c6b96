// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how tab stops are written
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expand, type Part, readSnippet } from './read-snippet.ts'

type Written = string | { default: string; typed: boolean } | { choices: string[] } | { today: true }

const { writeSnippet }: { writeSnippet(parts: readonly Written[]): string } = await import(
  '../../scripts/snippets/grammar.mjs' as string
)

describe('the snippet grammar', () => {
  it.each<[string, Part[]]>([
    ['a } b', [{ kind: 'text', text: 'a } b' }]],
    ['\\$1 \\\\ \\}', [{ kind: 'text', text: '$1 \\ }' }]],
    ['$1${2}', [1, 2].map((number) => ({ kind: 'stop', number, parts: [] }))],
    ['${1:a\\}b}', [{ kind: 'stop', number: 1, parts: [{ kind: 'text', text: 'a}b' }] }]],
    ['${1:${2:x}}', [stop(1, [stop(2, [{ kind: 'text', text: 'x' }])])]],
    ['${1|a\\,b,c\\|d,$e|}', [{ kind: 'choice', number: 1, choices: ['a,b', 'c|d', '$e'] }]],
    ['${1:$CURRENT_YEAR}', [stop(1, [{ kind: 'variable', name: 'CURRENT_YEAR' }])]],
  ])('reads %s', (body, parts) => {
    expect(readSnippet(body)).toEqual(parts)
  })

  it.each(['$', '${', '${1', '${1:a', '${1|a', '${1|a,|}', '${1|a|', '${1!}', 'costs $ 5'])('refuses %s', (body) => {
    expect(() => readSnippet(body)).toThrow(SyntaxError)
  })

  it('is written so that everything is read back as it was', () => {
    const nasty = fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '|', ',', ':', '1', 'a', '[', ']', ' ') })
    const choice = nasty.filter((text) => text !== '')
    const part = fc.oneof(
      nasty.map((text): Written => text),
      nasty.map((text): Written => ({ default: text, typed: false })),
      fc.array(choice, { minLength: 1, maxLength: 3 }).map((choices): Written => ({ choices })),
    )
    fc.assert(
      fc.property(fc.array(part), (written) => {
        const parts = readSnippet(writeSnippet(written))
        expect(stopsOf(parts)).toEqual(written.flatMap((one) => (typeof one === 'string' ? [] : [givenIn(one)])))
        const texts = written.map((one) => (typeof one === 'string' ? one : [givenIn(one)].flat()[0]))
        expect(expand(parts, {})).toBe(texts.join(''))
      }),
    )
  })
})

function stop(number: number, parts: Part[]): Part {
  return { kind: 'stop', number, parts }
}

function givenIn(written: Exclude<Written, string>): string | string[] {
  if ('choices' in written) return written.choices
  return 'default' in written ? written.default : ''
}

function stopsOf(parts: readonly Part[]): (string | readonly string[])[] {
  const found: (string | readonly string[])[] = []
  for (const part of parts) {
    if (part.kind === 'choice') found.push(part.choices)
    if (part.kind === 'stop') found.push(expand(part.parts, {}))
  }
  return found
}
