import { inlinesOf } from '../../model/content/inlines.ts'
import { idsIn } from '../../model/document/incident-id.ts'
import { titleKey } from '../../model/document/title-key.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import { daysBetween } from '../../time/index.ts'
import { defineRule, type Report, type TitledDocument, type WorkspaceFacts } from '../rule.ts'

/** The same thing happened before, and the document does not say so. */
export const unlinkedRecurrence = defineRule({
  severity: 'hint',
  description: 'An earlier post-mortem has the same title, and this one does not name it.',
  scope: 'workspace',
  collect,
  compare,
})

/** Days between the incidents within which one is the return of the other. */
const MAX_DAYS = 366
const TARGET = /\]\(<?([^()\s<>]+)/g

interface Titled {
  readonly place: Place
  readonly key: string
  readonly date: string
  /** IDs and names of files that the document mentions, in lower case. */
  readonly named: readonly string[]
}

function collect({ title, date, incidents, isTemplate, isCopy, sections }: PostMortem): Titled | null {
  const key = title && !title.unfilled ? titleKey(title.text.plain) : null
  if (!title || key === null || date === null || isTemplate || isCopy || incidents.length > 0) return null
  const texts = sections.flatMap((section) => inlinesOf(section).map(({ text }) => text))
  const files = texts.flatMap((text) => Array.from(text.matchAll(TARGET), ([, target = '']) => fileName(target)))
  const { section, start, end } = title
  return { place: { section, start, end }, key, date, named: [...new Set([...texts.flatMap(idsIn), ...files])] }
}

function compare({ place, key, date, named }: Titled, facts: WorkspaceFacts): Report[] {
  const known = new Set(named)
  const earlier = facts.withTitle(key).filter((other) => !other.isCopy && isBefore(other, date))
  if (earlier.some((other) => isNamed(other, known))) return []
  const last = earlier.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
  return last
    ? [{ ...place, message: `The same title as ${last.path} of ${last.date}: link it if the problem came back.` }]
    : []
}

function isBefore(other: TitledDocument, date: string): boolean {
  const days = daysBetween(other.date, date)
  return days > 0 && days <= MAX_DAYS
}

function isNamed({ id, path }: TitledDocument, named: ReadonlySet<string>): boolean {
  return named.has(fileName(path)) || (id !== null && idsIn(id).every((part) => named.has(part)))
}

/** Without folders, extension and anchor. */
function fileName(path: string): string {
  const name =
    path
      .replace(/[#?].*$/, '')
      .split('/')
      .at(-1) ?? ''
  return name.replace(/\.\w+$/, '').toLowerCase()
}
