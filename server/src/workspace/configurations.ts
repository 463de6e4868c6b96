/** The configuration that holds for a file: the nearest `.postmortem.yml` above it, inside its workspace folder. */
import {
  CONFIG_FILE,
  type ConfigProblem,
  DEFAULT_CONFIG,
  type ReadConfig,
  type TemplateEntry,
} from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import type { FileSystem, Logger } from '../ports.ts'
import { readTemplate } from '../template/read-template.ts'
import type { Template } from '../template/template.ts'

/** A configuration with where it comes from. */
export interface FoundConfig extends ReadConfig {
  /** URI of the folder that relative paths start from, null without a file. */
  readonly root: string | null
  /** The team's templates that could be read. */
  readonly templates: readonly TeamTemplate[]
}

/** A template of the repository. */
export interface TeamTemplate {
  readonly template: Template
  readonly entry: TemplateEntry
}

const NONE: FoundConfig = { config: DEFAULT_CONFIG, problems: [], root: null, templates: [] }

/** Finds and keeps configurations. State: one promise per folder that was asked for. */
export class Configurations {
  readonly #files: FileSystem
  readonly #logger: Logger
  readonly #byFolder = new Map<string, Promise<FoundConfig>>()
  readonly #templateUris = new Set<string>()
  #folders: readonly string[] = []

  constructor(files: FileSystem, logger: Logger) {
    this.#files = files
    this.#logger = logger
  }

  /** URIs of the workspace folders: nothing above them is read. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map(withoutSlash)
    this.forget()
  }

  /** The workspace folders as they were set. */
  get folders(): readonly string[] {
    return this.#folders
  }

  /** Whether documents depend on a file: a configuration, or a template that one names. */
  dependsOn(uri: string): boolean {
    return uri.endsWith(`/${CONFIG_FILE}`) || this.#templateUris.has(uri)
  }

  /** To be called when a configuration file has changed, come or gone. */
  forget(): void {
    this.#byFolder.clear()
  }

  /**
   * The configuration for a document. Outside every workspace folder only its own folder is looked at; one that was
   * never saved stands in no folder.
   */
  forDocument(uri: string): Promise<FoundConfig> {
    return this.forFolder(uri.startsWith('untitled:') ? null : parentOf(uri))
  }

  /** The configuration for what stands in a folder; null stands for the first workspace folder, if there is one. */
  forFolder(folder: string | null): Promise<FoundConfig> {
    const uri = withoutSlash(folder ?? this.#folders[0] ?? '')
    if (uri === '') return Promise.resolve(NONE)
    const known = this.#byFolder.get(uri)
    if (known) return known
    const found = this.#find(uri)
    this.#byFolder.set(uri, found)
    return found
  }

  async #find(folder: string): Promise<FoundConfig> {
    const text = await this.#files.readFile(`${folder}/${CONFIG_FILE}`)
    if (text !== null) {
      const read = readConfig(text)
      const problems = [...read.problems]
      const templates = await this.#readTemplates(folder, read.config.templates, problems)
      this.#warn(folder, problems)
      return { ...read, problems, root: folder, templates }
    }
    const top = this.#folders.find((candidate) => folder.startsWith(`${candidate}/`))
    return top ? this.forFolder(parentOf(folder)) : NONE
  }

  async #readTemplates(
    folder: string,
    entries: readonly TemplateEntry[],
    problems: ConfigProblem[],
  ): Promise<TeamTemplate[]> {
    const templates: TeamTemplate[] = []
    for (const entry of entries) {
      const path = entry.file.split('/').map(encodeURIComponent).join('/')
      const uri = `${folder}/${path}`
      this.#templateUris.add(uri)
      const text = await this.#files.readFile(uri)
      if (text === null) problems.push({ start: 0, end: 0, message: `The template ${entry.file} cannot be read.` })
      else templates.push({ entry, template: readTemplate(idOfFile(entry.file), text) })
    }
    return templates
  }

  #warn(folder: string, problems: readonly ConfigProblem[]): void {
    for (const { message } of problems) this.#logger.warn(`${folder}/${CONFIG_FILE}: ${message}`)
  }
}

/** `docs/outage.md` is the template `outage`. */
function idOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/, '')
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')))
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '')
}
