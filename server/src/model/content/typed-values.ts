/** The values of a section that the template gives a type: of fields, cells and nested list fields. */
import { memoize } from '../../memoize.ts'
import type { Block, Inline } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import type { Template, TemplateList, TemplateSection, ValueType } from '../../template/template.ts'
import type { PostMortem, Section } from '../post-mortem.ts'
import { isUnfilled, unfilledIn } from './unfilled.ts'

/** A value with what the template expects there. */
export interface TypedValue {
  /** Name of the field or column. */
  readonly name: string
  readonly type: ValueType
  readonly value: Inline
  readonly unfilled: boolean
}

/** All typed values of a section, in the order of the document; none where the template does not know the section. */
export function typedValues(section: Section, { template }: Pick<PostMortem, 'template'>): readonly TypedValue[] {
  return template ? valuesIn(section, template.template) : []
}

const valuesIn = memoize((section: Section, template: Template): readonly TypedValue[] => {
  const schema = schemaFor(section, template)
  if (!schema) return []
  const unfilled = unfilledIn(template)
  const found: Omit<TypedValue, 'unfilled'>[] = []
  for (const field of section.fields) {
    const type = schema.fields.find(({ key }) => key === field.key)?.type
    if (type) found.push({ name: field.name.text, type, value: field.value })
  }
  for (const block of section.blocks) found.push(...blockValues(block, schema))
  return found
    .map((entry) => ({ ...entry, unfilled: isUnfilled(entry.value, unfilled) }))
    .sort((a, b) => a.value.start - b.value.start)
})

/** Front matter and what stands above the title share the fields of the title. */
function schemaFor(section: Section, template: Template): TemplateSection | null {
  const index = section.heading === null ? template.title : section.template
  return index === null ? null : (template.sections[index] ?? null)
}

function blockValues(block: Block, schema: TemplateSection): Omit<TypedValue, 'unfilled'>[] {
  if (block.type === 'table') {
    const columns = block.header.cells.map(({ plain }) => {
      const key = nameKey(plain)
      return schema.tables.flatMap((table) => table.columns).find((column) => column.key === key)
    })
    if (columns.every((column) => column === undefined)) return []
    return block.rows.flatMap(({ cells }) =>
      cells.flatMap((value, index) => {
        const column = columns[index]
        return column ? [{ name: column.name, type: column.type, value }] : []
      }),
    )
  }
  if (block.type !== 'list') return []
  return block.items.flatMap((item) => item.blocks.flatMap((inner) => nestedValues(inner, schema.lists)))
}

function nestedValues(block: Block, lists: readonly TemplateList[]): Omit<TypedValue, 'unfilled'>[] {
  if (block.type !== 'list') return []
  return block.items.flatMap(({ fields }) =>
    fields.flatMap(({ name, value }) => {
      const field = lists.flatMap((list) => list.fields).find(({ key }) => key === nameKey(name.text))
      return field ? [{ name: field.name, type: field.type, value }] : []
    }),
  )
}
