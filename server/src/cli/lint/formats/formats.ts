/** The formats of `postmortem lint`, by the names that `--format` takes. */
import { checkstyle } from './checkstyle.ts'
import type { LintFormat } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

const ALL = { text, json, sarif, github, gitlab, junit, checkstyle }

/** The name of a format. */
export type FormatName = keyof typeof ALL

/** All formats. */
export const FORMATS: Readonly<Record<FormatName, LintFormat>> = ALL

/** Their names, as the help lists them. */
export const FORMAT_NAMES = Object.keys(ALL) as FormatName[]
