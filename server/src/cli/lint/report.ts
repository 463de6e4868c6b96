/** What is said of a file, in lines and columns. */
import { fileURLToPath } from 'node:url'
import type { LintFinding, LintPlace, Severity } from '../../service.ts'
import type { TextLines } from '../files/lines.ts'
import { shownPath } from '../files/places.ts'
import type { ReportedFinding, ReportedLevel, ReportedPlace } from './lint-format.ts'

/** A file, as it is told. */
export interface ReportedFile {
  readonly path: string
  /** Without secrets: logs of CI outlive a rewritten history. */
  readonly lines: TextLines
  /** What a message says, without them. */
  message(message: string): string
}

/** A finding of a file. */
export function reported(finding: LintFinding, file: ReportedFile, cwd: string): ReportedFinding {
  const { rule, severity, message, fixable, related } = finding
  const { path, lines } = file
  return {
    ...placeOf(finding, path, lines),
    rule,
    severity: levelOf(severity),
    message: file.message(message),
    fixable,
    related: related.map((place) => {
      return { ...relatedPlace(place, path, lines, cwd), message: file.message(place.message) }
    }),
  }
}

/** The start of a place as it is printed. */
export function startOf({ path, line, column }: ReportedPlace): string {
  return `${path}:${line}:${column}`
}

function relatedPlace(place: LintPlace, own: string, lines: TextLines, cwd: string): ReportedPlace {
  if (!place.inFile) return placeOf(place, own, lines)
  const { uri, line, character, endCharacter } = place.inFile
  const path = shownPath(fileURLToPath(uri), cwd)
  return { path, line: line + 1, column: character + 1, endLine: line + 1, endColumn: endCharacter + 1 }
}

function placeOf({ start, end }: { start: number; end: number }, path: string, lines: TextLines): ReportedPlace {
  const from = lines.at(start)
  const to = lines.at(Math.max(start, end))
  return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function levelOf(severity: Severity): ReportedLevel {
  return severity === 'information' ? 'info' : severity
}
