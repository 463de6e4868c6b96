/**
 * What rules reported of the previous version of a document. A rule runs again only when something that it read has
 * changed: a part of the model, the section that it is about, or another one. What is equal is the same object in both
 * versions: see `share`.
 */
import type { PostMortem, Section } from '../model/post-mortem.ts'
import type { DocumentRule, Report, RuleContext, SectionRule } from './rule.ts'

/** A part of the document, or the index of a section that was read by itself. */
type Part = keyof PostMortem | number

interface Run {
  readonly reports: Report[]
  /** What was read of the document, as it was. */
  readonly read: ReadonlyMap<Part, unknown>
}

/** State: the last run of each rule over one document. */
export class ReportCache {
  #context: RuleContext | null = null
  #ofDocument = new Map<DocumentRule, Run>()
  #ofSections = new Map<SectionRule, WeakMap<Section, Run>>()

  /** Sets what rules run with from now on; nothing is kept when it has changed. */
  use(context: RuleContext): void {
    const previous = this.#context
    this.#context = context
    if (previous && isSame(previous, context)) return
    this.#ofDocument = new Map()
    this.#ofSections = new Map()
  }

  /** What a rule about documents reports. */
  document(rule: DocumentRule, postMortem: PostMortem, context: RuleContext): Report[] {
    const last = this.#ofDocument.get(rule)
    if (last && isCurrent(last, postMortem)) return last.reports
    const run = tracked(postMortem, (view) => rule.check(view, context))
    this.#ofDocument.set(rule, run)
    return run.reports
  }

  /** What a rule about sections reports of all of them. */
  sections(rule: SectionRule, postMortem: PostMortem, context: RuleContext): Report[] {
    const runs = this.#ofSections.get(rule) ?? new WeakMap<Section, Run>()
    this.#ofSections.set(rule, runs)
    return postMortem.sections.flatMap((section) => {
      const last = runs.get(section)
      if (last && isCurrent(last, postMortem)) return last.reports
      const run = tracked(postMortem, (view) => rule.check(section, view, context))
      runs.set(section, run)
      return run.reports
    })
  }
}

/** Rules go by days, and by what the other documents say. */
function isSame(one: RuleContext, other: RuleContext): boolean {
  return (
    one.now.date === other.now.date &&
    one.path === other.path &&
    one.config === other.config &&
    one.unreadConfig === other.unreadConfig &&
    one.unreadOwners === other.unreadOwners &&
    one.facts?.revision === other.facts?.revision
  )
}

function isCurrent({ read }: Run, postMortem: PostMortem): boolean {
  for (const [part, value] of read) if (partOf(postMortem, part) !== value) return false
  return true
}

function partOf(postMortem: PostMortem, part: Part): unknown {
  return typeof part === 'number' ? postMortem.sections[part] : postMortem[part]
}

/** Runs a check over a view of the document that notes what is read. */
function tracked(postMortem: PostMortem, check: (view: PostMortem) => Report[]): Run {
  const read = new Map<Part, unknown>()
  const sections = trackedSections(postMortem.sections, read)
  const view = new Proxy(postMortem, {
    get(target, part) {
      if (part === 'sections') return sections
      const value: unknown = Reflect.get(target, part)
      read.set(part as keyof PostMortem, value)
      return value
    },
  })
  return { reports: check(view), read }
}

/** The sections, of which one can be read by its index; whatever else is done with the list reads all of them. */
function trackedSections(sections: readonly Section[], read: Map<Part, unknown>): readonly Section[] {
  return new Proxy(sections, {
    get(target, key) {
      const index = typeof key === 'string' ? Number(key) : Number.NaN
      if (Number.isInteger(index)) {
        read.set(index, target[index])
        return target[index]
      }
      read.set('sections', target)
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
