/** What looks like a heading or a title in a text that was not read as Markdown: too much rather than too little. */

/** What was found. */
export interface QuickHeadings {
  /** At whatever level and in whatever Markdown: bold keys act as headings too. */
  readonly headings: readonly string[]
  /** Of these, and of front matter, all that may be the title. */
  readonly titles: readonly string[]
}

/** Looks through the lines of a text. */
export function quickHeadings(text: string): QuickHeadings {
  const frontMatter = frontMatterOf(text)
  const written = text.slice(frontMatter.length)
  const body = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written
  const headings: string[] = []
  const blocks = new OpenBlocks(/^\uFEFF?---/.test(text) && frontMatter === '')
  let titles: readonly string[] | null = null
  for (let start = 0; start <= body.length; ) {
    const newline = body.indexOf('\n', start)
    const end = newline < 0 ? body.length : newline
    // Most lines of most documents begin with a letter.
    if ((titles === null && !blocks.isLost) || mayOpen(body, start)) {
      const line = body.slice(start, end)
      const found = HEADING.exec(line)
      const title = found?.[1] ?? found?.[2]
      if (title !== undefined) headings.push(title)
      else if (SETEXT.test(line) && lineBefore(body, start).trim() !== '') headings.push(lineBefore(body, start))
      // Behind the first heading that is one for sure no other can be the title.
      if (titles === null && blocks.isOutside(line) && PLAIN_HEADING.test(line)) titles = [...headings]
    }
    start = end + 1
  }
  const candidates = [...(titles ?? ['', ...headings]), ...titlesGiven(frontMatter)]
  return { headings: headings.map(plain), titles: [...candidates.map(plain), ...candidates.flatMap(withoutCode)] }
}

/** The line before one that starts at an offset. */
function lineBefore(text: string, start: number): string {
  return start === 0 ? '' : text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1)
}

/** Whether in a line that begins at an offset the next two may find something. */
function mayOpen(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < OPENINGS.length ? OPENINGS[code] === true : text.charAt(at).trim() === ''
}

const OPENINGS = Array.from({ length: 128 }, (_, code) => /[#*_=>+ \t\v\f-]/.test(String.fromCharCode(code)))

/** A heading, or a text in bold. */
const HEADING = /^[\s>*+-]*(?:#{1,6}[ \t]+(.*)$|(?:\*\*|__)([^*_]+))/
const SETEXT = /^[\s>]*(?:=+|-+)\s*$/
const PLAIN_HEADING = /^#{1,6}[ \t]+\S/

function plain(heading: string): string {
  const head = /[\s#]/.test(heading.charAt(heading.length - 1)) ? heading.replace(/[\s#]+$/, '') : heading
  return head.replace(/[*_`\\]|^\[|\](?:\([^()]*\))?/g, '')
}

/** What stands in code may not be meant. */
function withoutCode(heading: string): string[] {
  return heading.includes('`') ? [plain(heading.replace(/`+[^`]*`+/g, ' '))] : []
}

/** Whether a line stands in a fence, a comment or HTML. State: what was open behind the line before. */
class OpenBlocks {
  /** Its end, null outside. */
  #end: RegExp | null

  /** @param isLost whether the text begins with something that cannot be told apart from headings */
  constructor(isLost: boolean) {
    this.#end = isLost ? NEVER : null
  }

  /** Whether no line behind stands outside, as far as can be told. */
  get isLost(): boolean {
    return this.#end === NEVER
  }

  /** Takes the lines of a text one after the other. */
  isOutside(line: string): boolean {
    if (this.#end) {
      if (this.#end.test(line)) this.#end = null
      return false
    }
    const fence = FENCE.exec(line)?.[1]
    if (fence !== undefined) this.#end = new RegExp(`^[\\s>]*[${fence.charAt(0)}]{${fence.length},}\\s*$`)
    else if (/<!--(?!.*-->)/.test(line)) this.#end = /-->/
    else if (HTML.test(line)) this.#end = RAW.test(line) ? NEVER : /^\s*$/
    return this.#end === null
  }
}

const FENCE = /^[\s>*+\d.)-]*(`{3,}|~{3,})/
const HTML = /^[\s>*+\d.)-]*</
const RAW = /<(?:script|pre|style|textarea|[?!])/i
const NEVER = /(?!)/

const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\n[\s\S]{0,4000}?\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/

/** With its fences; empty where there is none, or a very long one. */
export function frontMatterOf(text: string): string {
  return FRONT_MATTER.exec(text)?.[0] ?? ''
}

/** The title in front matter; where it may stand on several lines, all of it. */
function titlesGiven(frontMatter: string): string[] {
  const title = /^[ \t]*["']?title["']?[ \t]*:[ \t]*(.*)$/m.exec(frontMatter)?.[1]?.trim()
  if (title === undefined) return []
  const isWhole = /^"[^"\\]*"$|^'[^']*'$|^[^"'>|&!*{[][^\n]*$/.test(title)
  if (!isWhole) return [frontMatter.replace(/\s+/g, ' ')]
  return [title.replace(/^["']|["']$/g, ''), title.replace(/\s+#.*$/, '')]
}
