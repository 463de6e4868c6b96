/**
 * SARIF 2.1.0, which code scanning reads. Nothing of a document stands in it but what messages and fixes say.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { Fix, Log, Region, ReportingDescriptor, Result } from 'sarif'
import { VERSION } from '../../../version.ts'
import type { ReportedLevel, ReportedPlace } from '../lint-format.ts'
import type { CheckedFinding, LintReport, ReportedRule } from '../lint-report.ts'
import type { LintFormat } from './format.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note', off: 'none' } as const

/** Where the paths of the current folder begin. */
const ROOT = 'SRCROOT'

/** One run with all results. */
export const sarif: LintFormat = {
  hasHints: false,
  hasRules: true,
  write: (report) => ({ json: logOf(report) }),
}

function logOf({ files, rules }: LintReport): Log {
  const ids = [...rules.keys()]
  const driver = { name: 'postmortem', semanticVersion: VERSION, rules: [...rules.values()].map(ruleOf) }
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which the command ran.' } } },
        results: files.flatMap((file) => file.findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule)))),
      },
    ],
  }
}

function ruleOf({ id, group, description, level, page }: ReportedRule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: description },
    fullDescription: { text: description },
    help: { text: description, ...(page !== null && { markdown: page }) },
    defaultConfiguration: level === 'off' ? { enabled: false } : { level: LEVELS[level] },
    properties: { tags: ['post-mortem', group] },
  }
}

function resultOf(finding: CheckedFinding, ruleIndex: number): Result {
  const { rule, severity, message, related, fingerprint, fix } = finding
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(severity),
    message: { text: message },
    locations: [locationOf(finding)],
    relatedLocations: related.map((place, id) => ({ id, ...locationOf(place), message: { text: place.message } })),
    partialFingerprints: { 'postmortem/v1': fingerprint },
    ...(fix && { fixes: [fixOf(finding.path, fix)] }),
  }
}

function levelOf(level: ReportedLevel) {
  return LEVELS[level]
}

function fixOf(path: string, { title, edits }: NonNullable<CheckedFinding['fix']>): Fix {
  const replacements = edits.map(({ newText, ...place }) => {
    return { deletedRegion: regionOf(place), ...(newText !== '' && { insertedContent: { text: newText } }) }
  })
  return { description: { text: title }, artifactChanges: [{ artifactLocation: fileOf(path), replacements }] }
}

function locationOf(place: ReportedPlace) {
  return { physicalLocation: { artifactLocation: fileOf(place.path), region: regionOf(place) } }
}

function regionOf({ line, column, endLine, endColumn }: Omit<ReportedPlace, 'path'>): Region {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

/** A path as a URI; what lies elsewhere, such as on another drive, is absolute. */
function fileOf(path: string) {
  const uri = path.split('/').map(encodeURIComponent).join('/')
  return /^[A-Za-z]:/.test(path) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: ROOT }
}
