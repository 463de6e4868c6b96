/**
 * What `postmortem lint --format json` prints: the types and schemas/lint.schema.json come from here.
 * docs/command-line.md says what of it is promised.
 */
import * as v from 'valibot'

/** The levels of findings, the worst first. */
export const REPORTED_LEVELS = ['error', 'warning', 'info', 'hint'] as const

/** A severity as configuration and command line name it. */
export type ReportedLevel = (typeof REPORTED_LEVELS)[number]

const text = (description: string) => v.pipe(v.string(), v.description(description))
const count = (description: string) => v.pipe(v.number(), v.integer(), v.minValue(1), v.description(description))

const PLACE = {
  path: text('Relative to the current folder, with `/`; `<stdin>` for standard input that has no path.'),
  line: count('From 1.'),
  column: count('From 1, in UTF-16 code units; a byte-order mark does not count.'),
  endLine: count('From 1.'),
  endColumn: count('Behind the last character.'),
}

const RELATED = v.object({ ...PLACE, message: text('What stands there.') })

const FINDING = v.object({
  ...PLACE,
  rule: text('ID of the rule.'),
  severity: v.pipe(v.picklist(REPORTED_LEVELS), v.description('How much it matters in this document.')),
  message: text('One sentence, for a person.'),
  fixable: v.pipe(v.boolean(), v.description('Whether `--fix` mends it.')),
  related: v.pipe(v.array(RELATED), v.description('Other places that it is about, in this file or another.')),
})

/** The whole output. */
export const LINT_FORMAT = v.array(FINDING)

/** A place in a file. */
export type ReportedPlace = Readonly<v.InferOutput<v.ObjectSchema<typeof PLACE, undefined>>>

/** A finding as it is printed. */
export type ReportedFinding = Readonly<v.InferOutput<typeof FINDING>>
