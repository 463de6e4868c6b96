/**
 * The one definition of `.postmortem.yml`: types, reader, JSON Schema, completion and hovers are derived from it.
 * Descriptions are Markdown, and come before transformations, so that they belong to the input of the schema. The
 * message of a schema completes the sentence `"key" must be …`.
 */
import * as v from 'valibot'
import { isDay, isZone, normalizePath } from './values.ts'

/** The level of the findings of a rule. */
export const LEVELS = ['off', 'hint', 'info', 'warning', 'error'] as const

/** The formulas of the metrics. */
export const METRICS_PRESETS = ['default', 'rootly', 'datadog'] as const

/** The allowed levels, in words. */
export const LEVEL = "'off', 'hint', 'info', 'warning' or 'error'"

const GLOBS = "a glob such as 'postmortems/**', or a list of them"
const FOLDER = 'a folder below this file, with forward slashes'
const FILE = 'a Markdown file below this one, with forward slashes'
const TEMPLATE = `${FILE}, or { file, match } with globs`
const EXTENDS = 'a file inside the workspace, relative to this one, or a list of at most 20'
const FILE_NAME = "a file name that ends in .md, such as '{date}-{slug}.md'"
const ID = "letters, perhaps the letters of a date, and a counter, such as 'INC-YYYYMMDD-NNN'"
const VALUES = "a list of texts ('1', not 1) or of { value, meaning, aliases }, the first one first in rank"
const TEXTS = 'a list of texts'
const ZONE = "a time zone such as 'UTC' or 'Europe/Oslo'"
const OWNERS = 'a list of names, handles or addresses'
const WITHIN = "a time such as '12h', '3d' or '2w'"
const SLA = `a map of priorities, each with ${WITHIN}`
const TRACKER = "a pattern such as 'OPS-*', or a list of them"
const DAY = "a date such as '2026-01-31'"
const RULES = 'a map of rules, each with a level'

/** A path inside of its base: not absolute, without `..` and backslashes. */
const BELOW = /^(?!\/|[A-Za-z]:)(?!(?:[\s\S]*\/)?\.\.(?:\/|$))[^\\]*$/
/** Letters, date letters, and a counter at the end. */
const ID_PATTERN = /^[A-Za-z]+[-_]?(?:YYYY(?:[-_]?MM(?:[-_]?DD)?)?[-_]?)?(?:X+|N+|#+)$/
/** The same, but with `..` allowed. */
const RELATIVE = /^(?!\/|[A-Za-z]:)[^\\]+$/

const text = (message: string) => v.string(message)
const pathBelow = (message: string) => [v.string(message), v.regex(BELOW, message)] as const

const globs = (description: string) =>
  v.pipe(
    v.union([text(GLOBS), v.array(text(GLOBS), GLOBS)], GLOBS),
    v.description(description),
    v.transform((written) => [written].flat()),
  )

const template = v.pipe(
  v.union(
    [
      v.pipe(...pathBelow(TEMPLATE)),
      map(
        v.strictObject(
          {
            file: v.pipe(...pathBelow(FILE), v.description('The template: a Markdown file, relative to this one.')),
            match: v.optional(globs('Documents that are checked against it, whatever they look like.')),
          },
          TEMPLATE,
        ),
      ),
    ],
    TEMPLATE,
  ),
  v.transform((written) => {
    const { file, match = [] } = typeof written === 'string' ? { file: written } : written
    return { file: normalizePath(file), match }
  }),
  v.check(({ file }) => file !== '', TEMPLATE),
)

const value = v.pipe(
  v.union(
    [
      text(VALUES),
      map(
        v.strictObject(
          {
            value: v.pipe(text('text'), v.description('As it is written in a post-mortem.')),
            meaning: v.optional(v.pipe(text('text'), v.description('What it means, in a few words.'))),
            aliases: v.optional(
              v.pipe(v.array(text(TEXTS), TEXTS), v.description('Other ways to write it that are accepted.')),
            ),
          },
          VALUES,
        ),
      ),
    ],
    VALUES,
  ),
  v.transform((written) => {
    const { value, meaning = '', aliases = [] } = typeof written === 'string' ? { value: written } : written
    return { value, meaning, aliases }
  }),
)

const values = (description: string) => v.optional(v.pipe(v.array(value, VALUES), v.description(description)))

const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 24 * 7 }
const within = v.pipe(
  text(WITHIN),
  v.regex(/^\d{1,4} ?[hdwHDW]$/, WITHIN),
  v.transform((written) => Number.parseInt(written, 10) * (HOURS[written.slice(-1).toLowerCase()] ?? 0)),
)

/** The schema of the file. The IDs of rules are checked elsewhere. */
export const CONFIG_SCHEMA = v.strictObject({
  extends: v.optional(
    v.pipe(
      v.union(
        [
          v.pipe(text(EXTENDS), v.regex(RELATIVE, EXTENDS)),
          v.pipe(v.array(v.pipe(text(EXTENDS), v.regex(RELATIVE, EXTENDS)), EXTENDS), v.maxLength(20, EXTENDS)),
        ],
        EXTENDS,
      ),
      v.description(
        'Other configuration files of the workspace, relative to this one. What this file says wins, then the last one.',
      ),
      v.transform((written) => [written].flat()),
    ),
  ),
  folder: v.optional(
    v.pipe(
      ...pathBelow(FOLDER),
      v.description('Where *New Post-Mortem* puts new ones, relative to this file.'),
      v.transform(normalizePath),
    ),
  ),
  fileName: v.optional(
    v.pipe(
      text(FILE_NAME),
      v.regex(/^[^/\\:*?"<>|]+\.(?:md|markdown)$/, FILE_NAME),
      v.description(
        'How new ones are called. `{date}`, `{id}`, `{slug}` (from the title) and `{template}` are filled in.',
      ),
    ),
  ),
  id: v.optional(
    v.pipe(
      text(ID),
      v.regex(ID_PATTERN, ID),
      v.description(
        'What the ID of a new post-mortem looks like where its template shows no pattern: `INC-YYYYMMDD-NNN`. `X`, `N` and `#` stand for the counter.',
      ),
    ),
  ),
  templates: v.optional(
    v.pipe(
      v.array(template, `a list; each entry is ${TEMPLATE}`),
      v.description('Templates of your own. The first whose globs match a document is the one it is checked against.'),
    ),
  ),
  include: v.optional(globs('Documents that are post-mortems, whatever they look like.')),
  exclude: v.optional(globs('Documents that are none, whatever they look like.')),
  severities: values('How bad an incident can be, worst first. Added to the values of every template.'),
  priorities: values('How soon to act, most urgent first. Added to the values of every template.'),
  statuses: values('How far a post-mortem or an action can be. Added to the values of every template.'),
  timeZone: v.optional(
    v.pipe(
      text(ZONE),
      v.check(isZone, ZONE),
      v.description('The zone of times that name none, and of *today*: `UTC`, or a name such as `Europe/Oslo`.'),
    ),
  ),
  dateOrder: v.optional(
    v.pipe(
      v.picklist(['dmy', 'mdy'], "'dmy' or 'mdy'"),
      v.description('How `3/4/2026` is meant: day first (`dmy`) or month first (`mdy`).'),
    ),
  ),
  metrics: v.optional(
    v.pipe(
      v.picklist(METRICS_PRESETS, "'default', 'rootly' or 'datadog'"),
      v.description('Whose formulas the metrics follow that are shown. No rule depends on it.'),
    ),
  ),
  owners: v.optional(
    v.pipe(v.array(text(OWNERS), OWNERS), v.description('People and teams that are offered as owners of actions.')),
  ),
  sla: v.optional(
    v.pipe(
      map(v.record(v.string(), within, SLA)),
      v.description('How soon after the incident an action must be due, for each priority: `P0: 3d`.'),
    ),
  ),
  tracker: v.optional(
    v.pipe(
      v.union([text(TRACKER), v.array(text(TRACKER), TRACKER)], TRACKER),
      v.description(
        'What a reference to your tracker looks like; `*` stands for any characters: `OPS-*`, `https://tracker.example/*`.',
      ),
      v.transform((written) => [written].flat()),
    ),
  ),
  since: v.optional(
    v.pipe(
      text(DAY),
      v.isoDate(DAY),
      v.check(isDay, DAY),
      v.description('Post-mortems of incidents before this day have no findings.'),
    ),
  ),
  rules: v.optional(
    v.pipe(
      map(v.record(v.string(), v.picklist(LEVELS, LEVEL), RULES)),
      v.description('How the findings of a rule count: `off`, `hint`, `info`, `warning` or `error`.'),
    ),
  ),
})

/** The content of a file without its invalid parts. */
export type WrittenConfig = v.InferOutput<typeof CONFIG_SCHEMA>

/** The library accepts a list as an object; here it is no map. */
function map<S extends v.GenericSchema>(schema: S): S {
  const run: S['~run'] = (dataset, config) =>
    schema['~run'](Array.isArray(dataset.value) ? { value: undefined } : dataset, config)
  return { ...schema, '~run': run }
}
