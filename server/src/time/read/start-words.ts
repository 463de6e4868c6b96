/** Words for the start of something, as people type it in a dialog, in the languages of names of months. */

const anyOf = (list: string) =>
  list
    .split('|')
    .map((word) => word.trim().replace(/[.$]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|')

/** A word that stands for a day, with a time before or behind it. */
function dayWords(list: string): readonly [start: RegExp, end: RegExp] {
  const words = anyOf(list)
  return [new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])`, 'iu'), new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})$`, 'iu')]
}

/** This very moment. */
export const NOW = new RegExp(
  `^(?:${anyOf('now | right now | just now | jetzt | gerade eben | maintenant | ahora | ahora mismo | agora | nå | akkurat nå | 今 | たった今')})$`,
  'iu',
)

/** Days by how many days ago they were. */
export const DAYS_AGO: readonly (readonly [days: number, words: readonly [start: RegExp, end: RegExp]])[] = [
  [
    2,
    dayWords(
      'the day before yesterday | day before yesterday | vorgestern | avant-hier | anteayer | antes de ayer | anteontem | i forgårs | 一昨日 | おととい',
    ),
  ],
  [
    1,
    dayWords(
      'yesterday | yesterday morning | yesterday afternoon | yesterday evening | gestern | hier | ayer | ontem | i går | igår | 昨日',
    ),
  ],
  [
    0,
    dayWords(
      "today | this morning | this afternoon | this evening | heute | heute morgen | heute früh | aujourd'hui | ce matin | hoy | hoje | i dag | idag | 今日 | 本日",
    ),
  ],
]

/** Says that a length lies before now: in front of it, or behind it. */
export const AGO: readonly RegExp[] = [
  /^[-−–]\s*(?=\S)(.+)$/u,
  /^for\s+(.+\S)\s+siden$/iu,
  /^(?:vor|il y a|hace|há)\s+(.+)$/iu,
  /^(.+\S)\s+(?:ago|earlier|siden|atrás)$/iu,
  /^(.+\S)\s*前$/u,
]

/** What may stand in front of a time, and between a day and a time. */
export const START_LEAD =
  /^(?:[\s,@]|(?:at|since|from|on|last|past|um|seit|ab|am|letzten?|à|depuis|le|la|a las?|desde|el|às|na|no|kl\.?|klokken|på|sist|forrige)(?=\s))+/iu
/** Says of a weekday that it is not today. */
export const LAST = /^(?:last|past|letzten?|sist|forrige)\s/iu
/** What may stand between a time and a day behind it. */
export const END = /(?:[\s,.]|(?<=\s)(?:on|am|le|el|på|na|no))+$/iu
/** What may stand behind a time. */
export const TAIL = /(?:[\s,.]|(?<=\d)\s*(?:o['’]clock|uhr|hrs|h))+$/iu

/** Units that are read in other languages only here: their words are common in texts. */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d\s*)(?:heures?|horas?)(?![\p{L}])/giu, 'hours'],
  [/(?<=\d\s*)minutos?(?![\p{L}])/giu, 'minutes'],
  [/(?<=\d\s*)(?:jours?|d[ií]as?)(?![\p{L}])/giu, 'days'],
]

/** A length with its units in English where they are in a language that has no others. */
export function withPlainUnits(text: string): string {
  return UNIT_WORDS.reduce((result, [pattern, unit]) => result.replace(pattern, unit), text)
}
