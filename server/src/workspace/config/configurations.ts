/** The configuration that holds for a file: the nearest `.postmortem.yml` above it, inside its workspace folder. */
import {
  CONFIG_FILE,
  type Config,
  type ConfigProblem,
  DEFAULT_CONFIG,
  mergeConfigs,
  type ReadConfig,
  type TemplateEntry,
} from '../../config/config.ts'
import { readConfig } from '../../config/read-config.ts'
import { memoize } from '../../memoize.ts'
import type { FileSystem, Logger, Unreadable } from '../../ports.ts'
import { RULE_IDS } from '../../rules/registry.ts'
import { readTemplate } from '../../template/read-template.ts'
import type { Template } from '../../template/template.ts'
import { templateTooLarge } from '../../template/template-limits.ts'
import { CodeOwners } from '../documents/code-owners.ts'
import { parentOf, pathFrom, uriOf, withoutSlash } from '../documents/uris.ts'
import { isConfigFile } from './config-documents.ts'
import { type Layer, layersOf } from './extended-configs.ts'

/** A configuration with where it comes from. */
export interface FoundConfig {
  /** With what it extends. */
  readonly config: Config
  /** Of the file itself, at their places. */
  readonly problems: readonly ConfigProblem[]
  /** Why a file that is there could not be read, for a person: the defaults apply then. Null: it could, or is not there. */
  readonly unreadable: string | null
  /** URI of the folder that relative paths start from, null without a file. */
  readonly root: string | null
  /** The team's templates that could be read. */
  readonly templates: readonly TeamTemplate[]
  /** URIs of the files that it was read from, and of those that it names and that could not be read. */
  readonly files: readonly string[]
  /** Owners of the code in the workspace folder, the most likely first. */
  readonly codeOwners: readonly string[]
  /** Why a file that names some is there and could not be read; null where nothing is wrong. */
  readonly unreadOwners: string | null
}

/** A template of the repository. */
export interface TeamTemplate {
  readonly template: Template
  readonly entry: TemplateEntry
}

const NONE: FoundConfig = {
  config: DEFAULT_CONFIG,
  problems: [],
  unreadable: null,
  root: null,
  templates: [],
  files: [],
  codeOwners: [],
  unreadOwners: null,
}
const KEPT = 'The last good configuration still applies.'

/** Finds and keeps configurations. State: one promise per folder that was asked for, and the last good files. */
export class Configurations {
  readonly #files: FileSystem
  readonly #logger: Logger
  readonly #byFolder = new Map<string, Promise<FoundConfig>>()
  /** By URI: what a file said when it last was YAML. */
  readonly #good = new Map<string, ReadConfig>()
  /** URIs of the other files that configurations name. */
  readonly #named = new Set<string>()
  #chosen: string | null = null
  #folders: readonly string[] = []
  /** Counts how often everything was forgotten: what was read before is not kept. */
  #generation = 0
  readonly #codeOwners: CodeOwners
  /** A configuration with code owners; one that lies further out holds for several workspace folders. */
  readonly #owned = memoize((found: FoundConfig) =>
    memoize((codeOwners: readonly string[], unreadOwners: string | null) => ({ ...found, codeOwners, unreadOwners })),
  )
  #checked: { uri: string; text: string; problems: Promise<readonly ConfigProblem[]> } | null = null

  constructor(files: FileSystem, logger: Logger) {
    this.#files = files
    this.#logger = logger
    this.#codeOwners = new CodeOwners(files, logger)
  }

  /** URIs of the workspace folders: nothing above them is read. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map(withoutSlash)
    this.#codeOwners.setFolders(this.#folders)
    this.forget()
  }

  /** One file holds for every document, whatever its name and place; its paths are relative to it all the same. */
  choose(uri: string): void {
    this.#chosen = uri
    this.forget()
  }

  /** Whether a document is a configuration. */
  isConfig(uri: string): boolean {
    return uri === this.#chosen || isConfigFile(uri)
  }

  /** URI of the file that holds for a document, null where there is none. */
  async fileOf(uri: string): Promise<string | null> {
    const { root } = await this.forDocument(uri)
    return root === null ? null : (this.#chosen ?? `${root}/${CONFIG_FILE}`)
  }

  /** URIs of all files that decide about the configuration of a document, also of those that are not there. */
  async filesFor(uri: string): Promise<string[]> {
    const { root, files } = await this.forDocument(uri)
    const owners = this.#codeOwners.filesFor(uri)
    if (this.#chosen !== null) return [this.#chosen, ...files, ...owners]
    const looked: string[] = []
    const top = this.#topOf(parentOf(uri))
    for (let at = parentOf(uri); at !== '' && !uri.startsWith('untitled:'); at = parentOf(at)) {
      looked.push(`${at}/${CONFIG_FILE}`)
      if (at === root || at === top || top === null) break
    }
    return [...new Set([...looked, ...files, ...owners])]
  }

  /** The workspace folders as they were set. */
  get folders(): readonly string[] {
    return this.#folders
  }

  /** Whether documents depend on a file: a configuration, a file that one names, or one that names code owners. */
  dependsOn(uri: string): boolean {
    return uri.endsWith(`/${CONFIG_FILE}`) || this.#named.has(uri) || this.#codeOwners.dependsOn(uri)
  }

  /** To be called when a configuration file has changed, come or gone. */
  forget(): void {
    this.#generation++
    this.#byFolder.clear()
    this.#codeOwners.forget()
    this.#checked = null
  }

  /**
   * The configuration for a document. Outside every workspace folder only its own folder is looked at; one that was
   * never saved stands in no folder. The same object as long as nothing has changed.
   */
  async forDocument(uri: string): Promise<FoundConfig> {
    const [found, codeOwners] = await Promise.all([
      this.forFolder(uri.startsWith('untitled:') ? null : parentOf(uri)),
      this.#codeOwners.forDocument(uri),
    ])
    const unread = this.#codeOwners.unreadFor(uri)
    return codeOwners.length > 0 || unread !== null ? this.#owned(found)(codeOwners, unread) : found
  }

  /** The configuration for what stands in a folder, without code owners; null stands for the first workspace folder, if there is one. */
  forFolder(folder: string | null): Promise<FoundConfig> {
    const uri = this.#chosen === null ? withoutSlash(folder ?? this.#folders[0] ?? '') : parentOf(this.#chosen)
    if (uri === '') return Promise.resolve(NONE)
    const known = this.#byFolder.get(uri)
    if (known) return known
    const found = this.#find(uri)
    this.#byFolder.set(uri, found)
    return found
  }

  /** What is wrong with a configuration file as it stands in an editor, which may differ from what is saved. */
  check(uri: string, text: string): Promise<readonly ConfigProblem[]> {
    if (this.#checked?.uri === uri && this.#checked.text === text) return this.#checked.problems
    // What is saved comes first: it is what still applies where this is no YAML.
    const problems = this.forFolder(parentOf(uri))
      .then(() => this.#resolve(uri, this.#read(uri, text)))
      .then((found) => found.problems)
    this.#checked = { uri, text, problems }
    return problems
  }

  async #find(folder: string): Promise<FoundConfig> {
    const uri = this.#chosen ?? `${folder}/${CONFIG_FILE}`
    const read = await this.#readSaved(uri, this.#chosen === null ? this.#limitOf(folder) : undefined)
    if (read && 'problem' in read) return this.#unread(uri, read)
    if (read) {
      const found = await this.#resolve(uri, read)
      for (const { message } of found.problems) this.#logger.warn(`${uri}: ${message}`)
      return found
    }
    const top = this.#topOf(folder)
    return top === null || top === folder ? NONE : this.forFolder(parentOf(folder))
  }

  /** A configuration that is there counts as one: none further out takes its place. */
  #unread(uri: string, { problem }: Unreadable): FoundConfig {
    const unreadable = `${CONFIG_FILE} cannot be read: ${problem}. The defaults apply.`
    this.#logger.error(`${uri}: ${unreadable}`)
    const problems = [{ start: 0, end: 0, message: unreadable, replacement: null }]
    return { ...NONE, problems, unreadable, root: parentOf(uri), files: [uri] }
  }

  /** URI of the folder that nothing is read outside of for the sake of what stands in a folder. */
  #limitOf(folder: string): string {
    return this.#topOf(folder) ?? folder
  }

  /** The outermost workspace folder that holds a folder, null when none does. */
  #topOf(folder: string): string | null {
    const around = this.#folders.filter((candidate) => `${folder}/`.startsWith(`${candidate}/`))
    return around.sort((a, b) => a.length - b.length)[0] ?? null
  }

  /** A file on its own, as it is saved; null when there is none. */
  async #readSaved(uri: string, within: string | undefined): Promise<ReadConfig | null | Unreadable> {
    const generation = this.#generation
    const text = await this.#files.readFile(uri, within)
    const isCurrent = generation === this.#generation
    if (typeof text !== 'string') {
      if (isCurrent) this.#good.delete(uri)
      return text
    }
    const read = this.#read(uri, text)
    if (!read.broken && isCurrent) this.#good.set(uri, read)
    return read
  }

  /** A file on its own; where it is no YAML, with what it said when it last was. */
  #read(uri: string, text: string): ReadConfig {
    const read = readConfig(text, RULE_IDS)
    const good = read.broken ? this.#good.get(uri) : undefined
    if (!good) return read
    // Its places mean another text.
    const links = (list: ReadConfig['extends']) => list.map(({ path }) => ({ path, start: 0, end: 0 }))
    const problems = read.problems.map((problem) => ({ ...problem, message: `${problem.message} ${KEPT}` }))
    return { ...good, extends: links(good.extends), templates: links(good.templates), problems, broken: true }
  }

  async #resolve(uri: string, read: ReadConfig): Promise<FoundConfig> {
    const root = parentOf(uri)
    const files = [uri]
    const limit = this.#limitOf(root)
    const { layers, problems } = await layersOf(uri, read, limit, (file) => {
      this.#named.add(file)
      files.push(file)
      return this.#readSaved(file, limit)
    })
    const own = [...read.problems, ...problems]
    const found = await this.#readTemplates(root, layers, own, files)
    const merged = mergeConfigs(layers.map((layer) => layer.read.partial))
    return {
      config: { ...merged, templates: found.entries },
      problems: own.sort((a, b) => a.start - b.start),
      unreadable: null,
      root,
      templates: found.templates,
      files,
      codeOwners: [],
      unreadOwners: null,
    }
  }

  /** The templates of the first file that names some, each relative to that file. */
  async #readTemplates(
    root: string,
    layers: readonly Layer[],
    problems: ConfigProblem[],
    files: string[],
  ): Promise<{ entries: TemplateEntry[]; templates: TeamTemplate[] }> {
    const entries: TemplateEntry[] = []
    const templates: TeamTemplate[] = []
    const layer = layers.find(({ read }) => read.partial.templates !== undefined)
    for (const [index, { file, match }] of (layer?.read.partial.templates ?? []).entries()) {
      const uri = uriOf(parentOf(layer?.uri ?? ''), file)
      const entry = { file: pathFrom(root, uri), match }
      this.#named.add(uri)
      files.push(uri)
      const text = await this.#files.readFile(uri, this.#limitOf(root))
      entries.push(entry)
      const problem = typeof text === 'string' ? templateTooLarge(text) : (text?.problem ?? null)
      if (typeof text === 'string' && problem === null) {
        templates.push({ entry, template: readTemplate(idOfFile(file), text, RULE_IDS) })
      } else {
        const { start, end } = layer?.via ?? layer?.read.templates[index] ?? { start: 0, end: 0 }
        const message = `The template ${file} cannot be read${problem === null ? '' : `: ${problem}`}.`
        problems.push({ start, end, message, replacement: null })
      }
    }
    return { entries, templates }
  }
}

/** `docs/outage.md` is the template `outage`. */
function idOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/, '')
}
