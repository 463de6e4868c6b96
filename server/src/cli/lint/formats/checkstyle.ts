/** The XML of Checkstyle, which many tools read. https://checkstyle.org/config_reporting.html */
import type { ReportedLevel } from '../lint-format.ts'
import type { LintFormat } from './format.ts'
import { element, XML_HEAD } from './xml.ts'

const SEVERITIES: Record<ReportedLevel, string> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' }

/** A file for each file with findings. */
export const checkstyle: LintFormat = {
  hasHints: false,
  write: ({ files }) => {
    const elements = files
      .filter(({ findings }) => findings.length > 0)
      .flatMap(({ path, findings }) => {
        const errors = findings.flatMap(({ line, column, severity, message, rule }) =>
          element('error', { line, column, severity: SEVERITIES[severity], message, source: `postmortem.${rule}` }),
        )
        return element('file', { name: path }, errors)
      })
    return { lines: [XML_HEAD, ...element('checkstyle', { version: '4.3' }, elements)] }
  },
}
