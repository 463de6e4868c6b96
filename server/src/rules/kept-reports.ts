/**
 * What rules said of earlier versions of a document. A rule is asked again only when something that it has looked at is
 * another: one about a section when that section, or a part of the model that it read besides; one about the document
 * when one of the parts that it read. Parts that say the same stay the same object from version to version.
 */
import { actionSections } from '../model/actions/action-sections.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import type { DocumentRule, Report, RuleContext, SectionRule } from './rule.ts'

type Part = keyof PostMortem

interface Kept {
  readonly reports: Report[]
  /** What was read of the document, as it was. */
  readonly read: readonly (readonly [Part, unknown])[]
}

/** What a rule about sections said of each section of a version of the document. */
interface KeptSections {
  readonly postMortem: PostMortem
  readonly kept: readonly Kept[]
  /** What was read of the document besides, for any of the sections. */
  readonly parts: ReadonlySet<Part>
}

/** State: what each rule last said, and of what. Of one document. */
export class KeptReports {
  #context: RuleContext | null = null
  #ofDocument = new Map<DocumentRule, Kept>()
  #ofSections = new Map<SectionRule, KeptSections>()
  /** The last document, as rules about actions see it. */
  #actions: { readonly of: PostMortem; readonly view: PostMortem } | null = null

  /** What is asked from now on is asked with this; nothing is kept where it is another. */
  use(context: RuleContext): void {
    const before = this.#context
    this.#context = context
    if (before && isSame(before, context)) return
    this.#ofDocument = new Map()
    this.#ofSections = new Map()
  }

  /** What a rule about documents says. */
  document(rule: DocumentRule, postMortem: PostMortem, context: RuleContext): Report[] {
    const own = rule.sections === 'actions' ? this.#withActions(postMortem) : postMortem
    const kept = this.#ofDocument.get(rule)
    if (kept && isAsBefore(kept, own)) return kept.reports
    const now = watched(own, (view) => rule.check(view, context))
    this.#ofDocument.set(rule, now)
    return now.reports
  }

  /** What a rule about sections says. */
  sections(rule: SectionRule, postMortem: PostMortem, context: RuleContext): Report[] {
    const before = this.#ofSections.get(rule)
    const parts = new Set(before?.parts)
    const isSameBesides =
      before !== undefined && [...parts].every((part) => postMortem[part] === before.postMortem[part])
    // A section knows its index, so one that is the same stands where it stood.
    const kept = postMortem.sections.map((section, index) => {
      const old = before?.postMortem.sections[index] === section ? before.kept[index] : undefined
      if (old && (isSameBesides || isAsBefore(old, postMortem))) return old
      const now = watched(postMortem, (view) => rule.check(section, view, context))
      for (const [part] of now.read) parts.add(part)
      return now
    })
    this.#ofSections.set(rule, { postMortem, kept, parts })
    return kept.filter(({ reports }) => reports.length > 0).flatMap(({ reports }) => reports)
  }

  #withActions(postMortem: PostMortem): PostMortem {
    if (this.#actions?.of !== postMortem) {
      const sections = actionSections(postMortem.sections, this.#actions?.view.sections ?? [])
      this.#actions = { of: postMortem, view: { ...postMortem, sections } }
    }
    return this.#actions.view
  }
}

/** Rules go by days, and by what the other documents say. */
function isSame(one: RuleContext, other: RuleContext): boolean {
  return (
    one.now.date === other.now.date &&
    one.path === other.path &&
    one.config === other.config &&
    one.facts?.revision === other.facts?.revision
  )
}

function isAsBefore({ read }: Kept, postMortem: PostMortem): boolean {
  for (const [part, value] of read) if (postMortem[part] !== value) return false
  return true
}

/** Runs a check over a view of the document that notes which parts are read. */
function watched(postMortem: PostMortem, check: (view: PostMortem) => Report[]): Kept {
  const read = new Map<Part, unknown>()
  const view = new Proxy(postMortem, {
    get(target, part) {
      const value: unknown = Reflect.get(target, part)
      read.set(part as Part, value)
      return value
    },
  })
  return { reports: check(view), read: [...read] }
}
