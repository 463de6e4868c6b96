/**
 * A reader of the snippet grammar of VS Code
 * (https://code.visualstudio.com/docs/editing/userdefinedsnippets#_grammar), without transforms, which ours do not
 * use. Stricter than VS Code where that takes a mistake for plain text: here it throws.
 */

/** A part of a snippet. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly number: number; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly number: number; readonly choices: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string }

/**
 * Reads the body of a snippet.
 * @throws SyntaxError with the offset of the mistake
 */
export function readSnippet(body: string): Part[] {
  const reader = new Reader(body)
  const parts = reader.parts(false)
  if (!reader.atEnd) throw reader.error('unexpected end of the snippet')
  return parts
}

/** The expanded snippet without changes: the first choices, the defaults. */
export function expand(parts: readonly Part[], variables: Readonly<Record<string, string>>): string {
  return parts.map((part) => expandPart(part, variables)).join('')
}

function expandPart(part: Part, variables: Readonly<Record<string, string>>): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'choice') return part.choices[0] ?? ''
  return part.kind === 'stop' ? expand(part.parts, variables) : (variables[part.name] ?? '')
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length
  }

  error(message: string): SyntaxError {
    return new SyntaxError(`${message} at ${this.#at}: ${this.#text.slice(this.#at, this.#at + 40)}`)
  }

  /** @param nested whether a `}` ends what is read */
  parts(nested: boolean): Part[] {
    const parts: Part[] = []
    let text = ''
    while (!this.atEnd && !(nested && this.#peek('}'))) {
      if (this.#peek('$')) {
        if (text !== '') parts.push({ kind: 'text', text })
        text = ''
        parts.push(this.#dollar())
      } else {
        text += this.#character('\\$}')
      }
    }
    if (text !== '') parts.push({ kind: 'text', text })
    return parts
  }

  #dollar(): Part {
    this.#expect('$')
    const braced = this.#take('{')
    const name = this.#match(/[A-Z_]+/y)
    if (name !== null) {
      if (braced) this.#expect('}')
      return { kind: 'variable', name }
    }
    const digits = this.#match(/\d+/y)
    if (digits === null) throw this.error('neither a tab stop nor a variable')
    const number = Number(digits)
    if (!braced || this.#take('}')) return { kind: 'stop', number, parts: [] }
    if (this.#take('|')) return { kind: 'choice', number, choices: this.#choices() }
    this.#expect(':')
    const parts = this.parts(true)
    this.#expect('}')
    return { kind: 'stop', number, parts }
  }

  #choices(): string[] {
    const choices = ['']
    while (!this.#take('|')) {
      if (this.#take(',')) choices.push('')
      else choices[choices.length - 1] += this.#character('\\,|')
    }
    this.#expect('}')
    if (choices.includes('')) throw this.error('an empty choice')
    return choices
  }

  /** One character; a backslash before one of `special` makes it an ordinary one. */
  #character(special: string): string {
    if (this.atEnd) throw this.error('the snippet ends too early')
    if (this.#peek('\\') && special.includes(this.#text.charAt(this.#at + 1) || ' ')) this.#at++
    return this.#text.charAt(this.#at++)
  }

  #peek(character: string): boolean {
    return this.#text.charAt(this.#at) === character
  }

  #take(character: string): boolean {
    if (!this.#peek(character)) return false
    this.#at++
    return true
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw this.error(`"${character}" expected`)
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? null
    if (found !== null) this.#at += found.length
    return found
  }
}
