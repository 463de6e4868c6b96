/** Documents as they are now: text, model and findings of the current version, with what the team has configured. */
import type { Config } from '../../config/config.ts'
import type { ActionableDocument } from '../../features/commands/apply-template.ts'
import type { ToggleContext } from '../../features/commands/toggle-actions.ts'
import { noPostMortem } from '../../model/document/no-post-mortem.ts'
import { type FolderFacts, NO_FOLDER_FACTS } from '../../model/folder-facts.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import type { ReadContext } from '../../model/read-context.ts'
import { type Reading, updateReading } from '../../model/read-post-mortem.ts'
import type { Ports } from '../../ports.ts'
import { checkPostMortem } from '../../rules/check.ts'
import { findingsInConfig } from '../../rules/hygiene/invalid-config.ts'
import { ReportCache } from '../../rules/report-cache.ts'
import type { Finding, RuleContext, WorkspaceFacts } from '../../rules/rule.ts'
import { readBuiltInTemplates } from '../../template/built-in.ts'
import type { Template } from '../../template/template.ts'
import { type Moment, momentAt } from '../../time/index.ts'
import { Configurations, type FoundConfig } from '../config/configurations.ts'
import { glanceAt, type KnownReading, knownReading, readTwice, recordOf } from '../index/file-record.ts'
import { IncidentIndex } from '../index/incident-index.ts'
import { type DocumentReading, Documents, type OpenDocument } from './documents.ts'
import { readContextOf, templatesOf } from './read-context.ts'
import { pathInFolders, rootNameOf } from './uris.ts'

/** A document that is being shown, with what was read of it. */
export interface View extends ActionableDocument, ToggleContext {
  readonly uri: string
  readonly version: number
  /** What the other files in its folder say; null while it asks them and they are not known. */
  readonly folder: FolderFacts | null
}

/** A text that was read and checked, so that reading it again with a change is less to do. */
interface ClosedReading {
  readonly reading: Reading
  readonly reportCache: ReportCache
}

/** Makes views. State: the open documents, the configurations and the index of the workspace. */
export class Views {
  readonly documents = new Documents()
  readonly configurations: Configurations
  readonly index: IncidentIndex
  readonly #ports: Ports
  #builtIn: readonly Template[] | null = null

  constructor(ports: Ports) {
    this.#ports = ports
    this.configurations = new Configurations(ports.files, ports.logger)
    this.index = new IncidentIndex(ports, {
      contextOf: (uri) => this.contextOf(uri),
      openDocument: async (uri, folder) => {
        const document = this.documents.get(uri)
        if (!document) return null
        const { text } = document
        const found = await this.configurations.forDocument(uri)
        const context = this.#context(uri, found)
        const glance = glanceAt(text, context)
        if (!glance.isGlance) return { record: glance, length: text.length }
        const read = readTwice(text, context, folder, this.#read(document, found))
        return { record: recordOf(glance, read, folder, context, text), length: text.length }
      },
      setup: () => {
        const { folders } = this.configurations
        return { folders, config: null, now: ports.clock.now(), timeZone: ports.clock.timeZone() }
      },
    })
  }

  /** The current version of a document, null when it is not open. Does not hold up the index. */
  async read(uri: string): Promise<View | null> {
    const before = this.documents.get(uri)
    if (!before) return null
    const found = await this.configurations.forDocument(uri)
    if (this.configurations.isConfig(uri)) return this.#configView(before, found)
    // The document may have changed, or gone, while its configuration was being read.
    const document = this.documents.get(uri)
    return document && this.#viewOf(document, found)
  }

  /**
   * A text that is in no editor, when nothing is known of the other documents.
   * @param folder what the files beside it say
   */
  async readClosed(
    uri: string,
    text: string,
    folder: FolderFacts,
  ): Promise<{ readonly view: View; readonly reading: KnownReading }> {
    const found = await this.configurations.forDocument(uri)
    const reading = knownReading(updateReading(null, text, { ...this.#context(uri, found), folder }), folder)
    const read = { reading, reportCache: new ReportCache() }
    const { postMortem } = reading
    const rules = this.#rulesFor(uri, found, null)
    const findings = checkPostMortem(postMortem, rules, read.reportCache, reading.unsettled)
    const document = { uri, version: 0, text }
    return { view: this.#assembled(document, found, folder, postMortem, rules, () => findings, read), reading }
  }

  /** The model of a text that is in no editor, for which the files beside it are looked at where it leaves something open. */
  async readAmongSiblings(uri: string, text: string): Promise<PostMortem> {
    const context = await this.contextOf(uri)
    const alone = knownReading(updateReading(null, text, context), NO_FOLDER_FACTS)
    if (alone.asked.length === 0) return alone.postMortem
    await this.index.siblingsFound(uri)
    return readTwice(text, context, this.#folderOf(uri), alone).among.postMortem
  }

  /** Of the documents whose findings somebody has seen, those that have changed. */
  async withOtherFindings(): Promise<string[]> {
    const uris: string[] = []
    for (const { uri } of this.documents.all()) {
      const seen = this.documents.lastFindings(uri)
      if (seen && (await this.read(uri))?.findings !== seen) uris.push(uri)
    }
    return uris
  }

  /** What a document, open or not, is read with. */
  async contextOf(uri: string): Promise<ReadContext> {
    return this.#context(uri, await this.configurations.forDocument(uri))
  }

  /** The team's templates and those that ship. */
  templatesOf(found: FoundConfig): readonly Template[] {
    return templatesOf(found, this.#templates())
  }

  /** Now, in the zone of the team or else of the reader. */
  nowFor({ timeZone }: Config): Moment {
    const { clock } = this.#ports
    return momentAt(clock.now(), timeZone ?? clock.timeZone())
  }

  #viewOf(document: OpenDocument, found: FoundConfig): View {
    const { uri } = document
    const reading = this.#read(document, found)
    const { postMortem, asked } = reading
    if (postMortem.recognised && !postMortem.isTemplate) this.index.want(uri)
    if (asked.length > 0) this.index.wantSiblings(uri)
    const { unreadable: unreadConfig, unreadOwners } = found
    const rules = { ...this.#rulesFor(uri, found, this.index.factsFor(uri)), unreadConfig, unreadOwners }
    const folder = this.index.siblingsOf(uri) ?? (asked.length > 0 ? null : NO_FOLDER_FACTS)
    return this.#assembled(document, found, folder, postMortem, rules, () => {
      const list = this.documents.check(reading, rules)
      this.index.verify(list)
      return list
    })
  }

  #read(document: OpenDocument, found: FoundConfig): DocumentReading {
    const { uri } = document
    return this.documents.read(
      document,
      found,
      () => this.#context(uri, found),
      () => this.#folderOf(uri),
    )
  }

  /** What the files beside a document say, as far as it is known. */
  #folderOf(uri: string): FolderFacts {
    return this.index.siblingsOf(uri) ?? NO_FOLDER_FACTS
  }

  #rulesFor(uri: string, { config }: FoundConfig, facts: WorkspaceFacts | null): RuleContext {
    return { now: this.nowFor(config), path: this.#pathOf(uri), config, facts }
  }

  #assembled(
    { uri, version, text }: OpenDocument,
    found: FoundConfig,
    folder: FolderFacts | null,
    postMortem: PostMortem,
    rules: RuleContext,
    findings: () => readonly Finding[],
    read: ClosedReading | null = null,
  ): View {
    const context = () => ({ ...this.#context(uri, found), folder: folder ?? NO_FOLDER_FACTS })
    return {
      ...rules,
      uri,
      version,
      folder,
      text,
      postMortem,
      templates: this.templatesOf(found),
      toggles: this.documents.toggledIn(uri),
      readerZone: this.#ports.clock.timeZone(),
      get findings() {
        return findings()
      },
      reanalyse(other) {
        const { postMortem: again, unsettled } = updateReading(read?.reading ?? null, other, context())
        return { postMortem: again, findings: checkPostMortem(again, rules, read?.reportCache, unsettled) }
      },
    }
  }

  /** To every feature it is a document that is no post-mortem, with findings. */
  async #configView(document: OpenDocument, found: FoundConfig): Promise<View | null> {
    const { uri, text } = document
    const problems = await this.configurations.check(uri, text)
    const now = this.documents.get(uri)
    // It may have changed, or gone, while the files that it names were being read.
    if (now !== document) return now && this.#configView(now, found)
    const postMortem = noPostMortem('\n')
    const findings = () => findingsInConfig(problems, found.config)
    return {
      ...this.#assembled(document, found, NO_FOLDER_FACTS, postMortem, this.#rulesFor(uri, found, null), findings),
      templates: [],
      reanalyse: () => ({ postMortem, findings: [] }),
    }
  }

  #context(uri: string, found: FoundConfig): ReadContext {
    const root = rootNameOf(uri, this.configurations.folders)
    return readContextOf(found, this.#templates(), { path: this.#pathOf(uri), root }, uri)
  }

  #pathOf(uri: string): string | null {
    return pathInFolders(uri, this.configurations.folders)
  }

  #templates(): readonly Template[] {
    this.#builtIn ??= readBuiltInTemplates()
    return this.#builtIn
  }
}
