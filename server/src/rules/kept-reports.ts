/**
 * What rules said of earlier versions of a document. A rule is asked again only when something that it has looked at is
 * another: one about a section when that section, or a part of the model that it read besides; one about the document
 * when one of the parts that it read. Parts that say the same stay the same object from version to version.
 */
import type { PostMortem, Section } from '../model/post-mortem.ts'
import type { DocumentRule, Report, RuleContext, SectionRule } from './rule.ts'

type Part = keyof PostMortem

interface Kept {
  readonly reports: Report[]
  /** What was read of the document, as it was. */
  readonly read: readonly (readonly [Part, unknown])[]
}

/** State: what each rule last said, and of what. Of one document. */
export class KeptReports {
  #context: RuleContext | null = null
  #ofDocument = new Map<DocumentRule, Kept>()
  #ofSections = new Map<SectionRule, WeakMap<Section, Kept>>()

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
    const kept = this.#ofDocument.get(rule)
    if (kept && isAsBefore(kept, postMortem)) return kept.reports
    const now = watched(postMortem, (view) => rule.check(view, context))
    this.#ofDocument.set(rule, now)
    return now.reports
  }

  /** What a rule about sections says. */
  sections(rule: SectionRule, postMortem: PostMortem, context: RuleContext): Report[] {
    const known = this.#ofSections.get(rule) ?? new WeakMap<Section, Kept>()
    this.#ofSections.set(rule, known)
    const all: Report[] = []
    for (const section of postMortem.sections) {
      let kept = known.get(section)
      if (!kept || !isAsBefore(kept, postMortem)) {
        kept = watched(postMortem, (view) => rule.check(section, view, context))
        known.set(section, kept)
      }
      if (kept.reports.length > 0) all.push(...kept.reports)
    }
    return all
  }
}

/** Rules go by days, and by what the other documents say. */
function isSame(one: RuleContext, other: RuleContext): boolean {
  return (
    one.now.date === other.now.date &&
    one.path === other.path &&
    one.config === other.config &&
    one.others?.revision === other.others?.revision
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
