/** Documents that the protocol tests open: the project's own fixtures, damaged on purpose where a test needs it. */
import { readdirSync, readFileSync } from 'node:fs'

const FIXTURES = new URL('../../fixtures/filled/', import.meta.url)
const EXAMPLES = new URL('../../../examples/postmortems/', import.meta.url)

/** A post-mortem of a template that is complete and gives no finding. */
export function filled(template: string): string {
  return readFileSync(new URL(`${template}.md`, FIXTURES), 'utf8')
}

/** The examples that ship, by file name. */
export function examples(): Map<string, string> {
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.md'))
  return new Map(names.map((name) => [name, readFileSync(new URL(name, EXAMPLES), 'utf8')]))
}

/** A text with one part replaced; fails when it does not stand there. */
export function replaced(text: string, old: string, newText: string): string {
  if (!text.includes(old)) throw new Error(`"${old}" does not stand in the text`)
  return text.replace(old, () => newText)
}

/** Markdown that is no post-mortem. */
export const ORDINARY = `# Kitchen notes

## Ingredients

| What | How much |
| --- | --- |
| Flour | 500 g |

- [ ] Buy salt
- **Oven**: 220 degrees, 10:30 to 11:15
`
