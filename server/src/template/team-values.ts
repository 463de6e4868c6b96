/** Severities, priorities and statuses of the team, added to those of a template. */
import type { MetadataName } from '../lexicon/lexicon.ts'
import { METADATA_WORDS } from '../lexicon/lexicons.ts'
import { valueKey } from './names.ts'
import type { EnumValue, Template, TemplateSection, ValueType } from './template.ts'

/** Values for all templates, each list worst or most urgent first. */
export interface TeamValues {
  readonly severities: readonly EnumValue[]
  readonly priorities: readonly EnumValue[]
  readonly statuses: readonly EnumValue[]
}

type ListName = keyof TeamValues

const NAMES: readonly (readonly [ListName, MetadataName])[] = [
  ['severities', 'severity'],
  ['priorities', 'priority'],
  ['statuses', 'status'],
]

/**
 * Adds the values of the team to a template: to its descriptions, and to its enumerations of severities, priorities and
 * statuses. For a value in both, the team's description wins.
 */
export function withTeamValues(template: Template, team: TeamValues): Template {
  if (NAMES.every(([name]) => team[name].length === 0)) return template
  const typeOf = (key: string, type: ValueType): ValueType => {
    const list = type.kind === 'enum' ? listOf(key, type.values, template) : null
    if (type.kind !== 'enum' || list === null) return type
    const more = team[list].map(({ value }) => value).filter((value) => !hasValue(type.values, value))
    return { ...type, values: [...type.values, ...more] }
  }
  const sections = template.sections.map((section): TemplateSection => {
    const typed = <T extends { readonly key: string; readonly type: ValueType }>(slots: readonly T[]) =>
      slots.map((slot): T => ({ ...slot, type: typeOf(slot.key, slot.type) }))
    return {
      ...section,
      fields: typed(section.fields),
      tables: section.tables.map((table) => ({ ...table, columns: typed(table.columns) })),
      lists: section.lists.map((list) => ({ ...list, fields: typed(list.fields) })),
    }
  })
  return {
    ...template,
    sections,
    severities: mergedValues(template.severities, team.severities),
    priorities: mergedValues(template.priorities, team.priorities),
    statuses: mergedValues(template.statuses, team.statuses),
  }
}

/**
 * The list that the values of a field belong to: by the name of the field, or since the template describes one of them
 * in that list.
 */
function listOf(key: string, values: readonly string[], template: Template): ListName | null {
  const named = NAMES.find(([, name]) => METADATA_WORDS.named(key)[0] === name || key.endsWith(name))
  if (named) return named[0]
  const described = NAMES.find(([name]) => template[name].some(({ value }) => hasValue(values, value)))
  return described?.[0] ?? null
}

/** The values in the template's order, with the team's descriptions; values of the team alone come last. */
function mergedValues(own: readonly EnumValue[], team: readonly EnumValue[]): EnumValue[] {
  const isSame = (a: EnumValue) => (b: EnumValue) => valueKey(a.value) === valueKey(b.value)
  const both = own.map((value) => {
    const said = team.find(isSame(value))
    if (!said) return value
    return { ...value, meaning: said.meaning || value.meaning, aliases: [...value.aliases, ...said.aliases] }
  })
  return [...both, ...team.filter((value) => !own.some(isSame(value)))]
}

function hasValue(values: readonly string[], value: string): boolean {
  return values.some((other) => valueKey(other) === valueKey(value))
}
