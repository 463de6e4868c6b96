/** What is said of a file, in lines and columns, without its secrets: logs of CI outlive a rewritten history. */
import { fileURLToPath } from 'node:url'
import { withoutSecrets } from '../../find-secrets.ts'
import { digestOf } from '../../node/digest.ts'
import type { LintFinding, LintPlace, Severity } from '../../service.ts'
import { TextLines } from '../files/lines.ts'
import { shownPath } from '../files/places.ts'
import { codeFrame } from './code-frame.ts'
import type { ReportedLevel, ReportedPlace } from './lint-format.ts'
import type { CheckedFinding, CheckedFix } from './lint-report.ts'

/** A finding, before it is known which let the run fail. */
export type ToldFinding = Omit<CheckedFinding, 'fails'>

/** Tells findings of a file. State: how often it has told the same of the same line. */
export class FileTeller {
  readonly #path: string
  readonly #cwd: string
  readonly #lines: TextLines
  readonly #message: (message: string) => string
  readonly #told = new Map<string, number>()

  /** @param path as it is printed */
  constructor(path: string, text: string, cwd: string) {
    const safe = withoutSecrets(text)
    this.#path = path
    this.#cwd = cwd
    this.#lines = new TextLines(safe.text)
    this.#message = safe.message
  }

  /** Tells the next finding. */
  tell({ rule, severity, message, fix, related, ...range }: LintFinding): ToldFinding {
    const [path, lines] = [this.#path, this.#lines]
    const place = placeOf(range, path, lines)
    const end = { line: place.endLine, column: place.endColumn }
    return {
      ...place,
      rule,
      severity: levelOf(severity),
      message: this.#message(message),
      fixable: fix !== null,
      related: related.map((other) => {
        return { ...relatedPlace(other, path, lines, this.#cwd), message: this.#message(other.message) }
      }),
      fingerprint: this.#fingerprint(rule, place.line),
      frame: codeFrame(lines, place, end),
      fix: this.#fix(fix),
    }
  }

  #fingerprint(rule: string, line: number): string {
    const key = [this.#path, rule, this.#lines.line(line).trim()].join('\n')
    const before = this.#told.get(key) ?? 0
    this.#told.set(key, before + 1)
    return digestOf(`${key}\n${before}`)
  }

  /** Of what would write a secret again, nothing is told. */
  #fix(fix: LintFinding['fix']): CheckedFix | null {
    if (!fix || fix.edits.some(({ newText }) => this.#message(newText) !== newText)) return null
    const edits = fix.edits.map(({ newText, ...range }) => {
      const { path: _, ...place } = placeOf(range, this.#path, this.#lines)
      return { ...place, newText }
    })
    return { title: this.#message(fix.title), edits }
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
