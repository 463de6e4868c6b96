/** Tells which lines are chat messages, and not sentences of the document. */

const TIME = String.raw`[[(]?(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:UTC|Z)\b)?[\])]?`
/** `<bob> …`, optionally after a time; not an HTML tag. */
const IRC = new RegExp(
  String.raw`^[*_\s]*(?:${TIME})?[*_\s|–—-]{0,5}<(?!/|(?:a|b|br|i|u|s|em|strong|code|kbd|p|span|sub|sup|div|img|details|summary)[\s/>])[@+~&%]?[\w.-][\w. -]{0,30}>`,
)
/** `14:02 bob: …` and `@bob: …`; the name is the second group, the time the first. */
const NICK = new RegExp(
  String.raw`^[*_\s]*(${TIME})?[*_\s|–—-]{0,5}(@?[\p{L}][\p{L}\p{N}._-]{0,30}(?: \p{Lu}[\p{L}._-]{0,30})?)[*_]{0,2}:[*_]{0,2}\s`,
  'u',
)
/** `Bob [14:02]: …`, `Bob 14:02 …`. */
const NAME_THEN_TIME = new RegExp(
  String.raw`^[*_\s]*(@?[\p{L}][\p{L}\p{N}._-]{0,30}(?: \p{Lu}[\p{L}._-]{0,30})?)[*_]{0,2},? {1,3}${TIME}[*_]{0,2}(?::|\s|$)`,
  'u',
)

/** `Bob Smith  2:02 PM` alone on a line: the rest of the paragraph is the message. */
const HEAD = new RegExp(
  String.raw`^[*_\s]*@?[\p{L}][\p{L}\p{N}._-]{0,30}(?: \p{Lu}[\p{L}._-]{0,30})?[*_]{0,2},?\s{1,4}${TIME}[*_\s]*$`,
  'u',
)

/** Whether the lines below this one are a message. */
export function opensMessage(line: string): boolean {
  return line.length < 120 && HEAD.test(line)
}

/**
 * Whether a line is a chat message.
 * @param people names of people in the document, in lower case
 * @param isLabelled whether it is a timeline entry whose label names a milestone
 */
export function isChat(line: string, people: ReadonlySet<string>, isLabelled: boolean): boolean {
  const text = line.slice(0, 200)
  if (IRC.test(text)) return true
  const isPerson = (name: string) => name.startsWith('@') || people.has(name.toLowerCase())
  const nick = NICK.exec(text)
  if (nick) {
    const [, time, name = ''] = nick
    // Labels are capitalised (`Detection: …`), nicknames usually are not.
    return isPerson(name) || !/^\p{Lu}/u.test(name) || (time !== undefined && !isLabelled && !name.includes(' '))
  }
  const name = NAME_THEN_TIME.exec(text)?.[1]
  return name !== undefined && isPerson(name)
}
