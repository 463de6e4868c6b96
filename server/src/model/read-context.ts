/** What reading depends on besides the text. */
import type { Template } from '../template/template.ts'
import type { DateOrder } from '../time/index.ts'
import type { FolderFacts } from './folder-facts.ts'

/** It is plain data, and decides with the text alone what a document says. */
export interface ReadContext {
  readonly templates: readonly Template[]
  /** The team's zone for times that state none. */
  readonly timeZone: string | null
  /** Which of day and month the team writes first in `3/4/2026`. */
  readonly dateOrder: DateOrder | null
  /** People and teams that the team has written down, in its configuration or as owners of code. */
  readonly people?: readonly string[]
  /** What the other files in its folder say; nothing without. */
  readonly folder?: FolderFacts
  /** Path in the workspace with `/`, null for an untitled document. */
  readonly path: string | null
  /** Name of the workspace folder, null or missing where it is in none. */
  readonly root?: string | null
  /** ID of the template that the configuration gives the document, null for none. */
  readonly assigned?: string | null
  /** Whether the document is one of the team's templates. */
  readonly isTemplateFile?: boolean
  /** Whether the document lies in the folder to which the configuration sends new ones. */
  readonly isInFolder?: boolean
  /** Whether the configuration says that the document is a post-mortem, or that it is none; else null. */
  readonly declared?: boolean | null
  /** Names of the rules, against which a template's front matter is checked; unchecked without. */
  readonly ruleIds?: readonly string[]
}
