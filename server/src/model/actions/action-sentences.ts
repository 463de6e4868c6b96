/** Actions that are written as sentences, one on a line, without marks of a list. */
import type { Inline, Paragraph } from '../../outline/outline.ts'

/** What is to be done, and not what was: `will`, `should`, an infinitive or an imperative at the start. */
const AHEAD =
  /\b(?:will|should|shall|must|needs? to|going to|plans? to|have to|has to|to be)\b|(?:^|[^\p{L}])(?:wird|werden|sollen?|sollte|müssen|doit|devons|devrait|devra|vamos a|debe|debemos|deberá|deve|devemos|skal|må|bør)(?![\p{L}])/iu

/** Verbs that actions begin with. */
const IMPERATIVE =
  /^[\s*_]*(?:add|adjust|alert|allow|ask|audit|automate|build|change|check|clarify|clean|configure|consider|continue|create|decide|define|deploy|design|develop|disable|discuss|document|emphasize|enable|enforce|ensure|establish|evaluate|expand|extend|find|fix|get|have|hire|implement|improve|increase|introduce|investigate|limit|look into|make|migrate|minimi[sz]e|monitor|move|perform|prevent|provide|publish|reduce|remove|replace|require|review|revisit|run|schedule|set ?up|split|start|stop|switch|test|track|train|update|upgrade|use|validate|verify|work|write)\b/i

/** The lines of a paragraph that are actions each; none where the paragraph tells something else. */
export function isAdvice(block: Paragraph): readonly Inline[] {
  const sentences = wholeLines(block.lines)
  const ahead = sentences.filter(({ plain }) => AHEAD.test(plain) || IMPERATIVE.test(plain))
  // Of several lines that are sentences each most must be actions; then the others, noun phrases, are some too.
  if (sentences.length >= 3 && ahead.length * 2 >= sentences.length) return sentences
  return ahead
}

/** Lines that end as sentences do; one that runs on takes those that follow, and begins the range. */
function wholeLines(lines: readonly Inline[]): Inline[] {
  const found: Inline[] = []
  let open: Inline | null = null
  for (const line of lines) {
    if (/^[*_].*[*_]$/.test(line.text) || /[:：]$/.test(line.plain)) {
      open = null
      continue
    }
    open ??= line
    if (!/[.!。]\W*$/.test(line.plain)) continue
    found.push(open)
    open = null
  }
  return open ? [...found, open] : found
}
