/** Describes the schema of a template in words. */
import { RULE_IDS } from '../rules/registry.ts'
import { readTemplate } from '../template/read-template.ts'
import type { TemplateSection, ValueType } from '../template/template.ts'

/** The description of a template. */
export type DescribedTemplate = ReturnType<typeof describeTemplate>

/**
 * Reads and describes a template: its severities, priorities and statuses, if it has any; for each section its fields,
 * tables and lists, one line each.
 */
export function describeTemplate(id: string, text: string) {
  const { name, description, idPattern, severities, priorities, statuses, sections, title, problems } = readTemplate(
    id,
    text,
    RULE_IDS,
  )
  const lists = { severities, priorities, statuses }
  return {
    title: description ? `${name} (${description})` : name,
    idPattern,
    values: Object.entries(lists).flatMap(([list, values]) =>
      values.length > 0 ? [{ name: list, entries: values.map(({ value }) => value) }] : [],
    ),
    sections: sections
      .filter(({ heading }) => heading !== '')
      .map((section) => ({
        heading: section.heading,
        level: section.level,
        kinds: section.index === title ? ['title'] : section.kinds,
        required: section.index === title || section.required,
        parts: partsOf(section),
      })),
    problems,
  }
}

function partsOf({ fields, tables, lists }: TemplateSection): string[] {
  return [
    ...fields.map((field) => `${field.name}: ${typeText(field.type)}${field.required ? '' : ' (optional)'}`),
    ...tables.map(
      ({ columns }) => `table: ${columns.map(({ name, type }) => `${name} (${typeText(type)})`).join(' | ')}`,
    ),
    ...lists.map((list) => {
      const shape = list.labelled
        ? ' of "label: text"'
        : list.type.kind === 'text'
          ? ''
          : ` that starts with ${typeText(list.type)}`
      const nested = list.fields.map(({ name, type }) => `${name} (${typeText(type)})`).join(', ')
      const kind = { bullet: 'list', ordered: 'numbered list', check: 'check list' }[list.kind]
      return `${kind}${shape}${nested ? ` with ${nested}` : ''}`
    }),
  ]
}

function typeText(type: ValueType): string {
  if (type.kind === 'enum') return `${type.closed ? 'one of' : 'for example'} ${type.values.join('/')}`
  if (type.kind === 'id') return `ID ${type.pattern}`
  return (
    {
      window: 'start to end (total)',
      'yes-no': 'yes or no',
      text: 'text',
      percent: '%',
      offset: 'time since the start',
    }[type.kind as string] ?? type.kind
  )
}
