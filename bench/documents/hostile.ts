/** Texts that are made to be slow to read: what a careless pattern or parser goes over again and again. */

/** One kind of text, of any length. */
export interface Hostile {
  /** What is repeated, or what the text is like. */
  readonly name: string
  /** @param length UTF-16 code units, about */
  readonly text: (length: number) => string
}

/** Nothing but a piece, again and again. */
export function repeated(piece: string, before = '', after = ''): Hostile {
  return {
    name: JSON.stringify(piece),
    text: (length) => `${before}${piece.repeat(Math.ceil(length / piece.length))}${after}`,
  }
}

/** A post-mortem with a piece again and again in a section. */
const inPostMortem = (piece: string, before = '') =>
  repeated(piece, `---\ntemplate: minimal\n---\n\n# Incident Post-Mortem: Disk full\n\n${before}`)

/** Lines that are one line, of any length. */
export const LONG_LINES = [
  ...['a*', '*a_ ', '[', '[a](', '|', '1. ', '> ', '- ', '`', '[HH:MM] ', '**a**: ', '14:02 ', '1:'],
  ...['password: ', '://u:', 'eyJ', '-----BEGIN RSA PRIVATE KEY-----', 'team ', 'we should have checked '],
].map((piece) => inPostMortem(piece, '## Timeline\n\n'))

/** Many lines that are just short enough to be read. */
export const LINES = ['*a_ '.repeat(325), '['.repeat(900), '| a '.repeat(796), '14:02 '.repeat(3_166)].map(
  (line): Hostile => ({ ...inPostMortem(`${line}\n`, '## Timeline\n\n'), name: `lines of ${line.slice(0, 6)}` }),
)

/** Many blocks that a parser may hold against all before them. */
export const BLOCKS = ['a\n=\n', '> a\n\n', 'a\n', '<!-- postmortem-disable-line a -->\n', '<div>\n# a\n\n'].map(
  (piece) => inPostMortem(piece, '**Summary**: x\n'),
)

/** Comments that switch rules off. */
export const COMMENTS = [
  inPostMortem('a-', '<!-- postmortem-disable '),
  inPostMortem(' ,', '<!-- postmortem-disable '),
  inPostMortem('`<!-- postmortem-disable -->'),
  inPostMortem('<!-- postmortem-disable '),
]

/** What looks like a date, a time, a zone or a duration. */
export const TIMES = [
  ...['1:', '1:1', '1 h ', '1h', '2024-', '2024-01-15 ', '2024-01-15T', ' ', '\t', '14:02 ', '14:02-'],
  ...['14:02 UTC / ', 'Jan 15 ', 'Monday ', 'T+', '+', '~', '(', 'UTC ', 'times in ', 'time ', 'half an ', 'about '],
  ...['*', 'Europe/', 'a', '1', '時', '1,000', '–'],
].map((piece) => repeated(piece))

/** What looks like the description of an event. */
export const EVENTS = [
  ...['issue ', 'incident was ', 'first ', '**', '[a', 'SEV2 incident ', 'service is now ', '(', 'INCIDENT '],
].map((piece) => repeated(piece))

/** A CODEOWNERS file of any shape. */
export const OWNERS = ['[', '\\', '@a/', 'a@', '.', ' ', '#', '* @a.', '^[x]'].map((piece) => repeated(piece))

/** A configuration. */
export const CONFIGURATIONS = ['[', '{a:\n', '- ', '- ? ', 'a: &a\n', 'a: b\n', '"'].map((piece) => repeated(piece))

/** Patterns of file names, to be held against {@link FILE_NAME}. */
export const PATTERNS = ['*a', '**/a/', '{a,b}', '?*'].map((piece) => repeated(piece, '', 'b'))

/** A name that no pattern fits before its end. */
export const FILE_NAME = 'a/'.repeat(1000)
