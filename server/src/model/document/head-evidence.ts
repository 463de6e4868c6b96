/** What the title, the path and the workspace folder of a document say for and against its being a post-mortem. */
import { memoize } from '../../memoize.ts'
import { dateInPath } from '../../time/index.ts'
import type { FeatureName } from './recognition-features.ts'
import { titleSigns } from './title-signs.ts'

/** What is known of a document without its text. */
export interface DocumentPath {
  /** In the workspace, null when it is not known. */
  readonly path: string | null
  /** Name of the workspace folder, null when it is not known. */
  readonly root: string | null
}

/** What a path says. */
interface PathSigns {
  readonly named: boolean
  readonly rootNamed: boolean
  readonly inIncidents: boolean
  readonly dated: boolean
  readonly failed: boolean
  readonly general: boolean
  readonly template: boolean
}

/** Parts of a path that count: the file and the nearest folders. */
const PARTS = 3
const INCIDENT_FOLDER =
  /^(?:incidents?|incidencias?|incidentes?|outages?|rcas?|disruptions?|retros?|retrospectives?|hendelser|vorfälle|störungen|pannes|障害|インシデント)$/iu
const EXTENSION = /(?:\.html?)?\.(?:md|markdown|mdx)(?:\.erb)?$/i
/** Files that every project has. */
const PROJECT_FILE =
  /^(?:readme|changelog|changes|history|licen[cs]e|contributing|code of conduct|security|support|authors|notice|index|home|summary|todo|agents|claude)(?:\s|$)/i

/** What a path says of its document. */
export const pathSigns = memoize(({ path, root }: DocumentPath): PathSigns => {
  const parts = (path ?? '').split('/').slice(-PARTS)
  const file = titleSigns(words((parts.at(-1) ?? '').replace(EXTENSION, '')))
  const folders = parts.slice(0, -1).map((part) => ({ part, signs: titleSigns(words(part)) }))
  const rootSigns = titleSigns(words(root ?? ''))
  return {
    named: file.names || folders.some(({ signs }) => signs.names || signs.several),
    rootNamed: rootSigns.names || rootSigns.several,
    inIncidents: folders.some(({ part }) => INCIDENT_FOLDER.test(part)),
    dated: dateInPath(path ?? '') !== null,
    failed: file.failure || file.trouble,
    general: file.general || PROJECT_FILE.test(words(parts.at(-1) ?? '')),
    template: file.template || folders.some(({ signs }) => signs.template),
  }
})

/** A part of a path as it is read aloud. */
function words(part: string): string {
  return part.replace(/[-_.]+/g, ' ').trim()
}

/** What the text says that changes how its title is to be understood. */
export interface TitleContext {
  /**
   * Whether it states facts of one incident: then what stands behind `Post-mortem:` is what happened, and an index or a
   * plan may have been a part of it.
   */
  readonly hasFacts: boolean
  /** Whether it is a log of several incidents: then `Post-mortems` is its name. */
  readonly isLog: boolean
}

/** The features of title and path. */
export function headEvidence(title: string, place: DocumentPath, { hasFacts, isLog }: TitleContext): FeatureName[] {
  const signs = titleSigns(title)
  const path = pathSigns(place)
  const general = (signs.general && !(hasFacts && signs.namesWithSubject)) || (signs.several && !isLog)
  const names = signs.names || (signs.several && isLog)
  const found: (FeatureName | false)[] = [
    names && !general ? 'name-in-title' : path.named ? 'name-in-path' : path.rootNamed && 'name-of-workspace',
    signs.namesIncident && !general
      ? 'incident-in-title'
      : signs.failure
        ? 'failure-in-title'
        : (signs.trouble || path.failed) && 'trouble-in-title',
    signs.dated && 'dated-title',
    path.dated && 'dated-file',
    path.inIncidents && 'incident-folder',
    ID_IN_TITLE.test(title) && 'id',
    general && !signs.template ? 'general-title' : path.general && 'general-file',
  ]
  return found.filter((name) => name !== false)
}

/** `PM-2026-014: disk full`. */
const ID_IN_TITLE = /\b(?:INC|PM|IR|SEV|INCIDENT)-?\d{2,}[\d-]*\b/
