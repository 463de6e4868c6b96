import { insertColumns } from '../../edits/insert-column.ts'
import { incompleteTables, type TableMatch } from '../../edits/table-columns.ts'
import { enforcedTemplate, located, schemaOf } from '../../model/document/schema.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { listed } from '../../text.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'

/** Columns of the template that are missing in a table: one finding per table. */
export const missingColumn = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  fixAll: true,
  description: 'A table lacks a column that the template requires.',
  scope: 'section',
  check,
  fix,
})

function check(section: Section, postMortem: PostMortem): Report[] {
  if (!postMortem.resolved) return []
  return incompleteIn(section, postMortem).map(({ table: { header }, missing }) => {
    const names = missing.map(({ column }) => column.name)
    const message = names.length === 1 ? `Column "${names[0]}" is missing.` : `Columns are missing: ${listed(names)}.`
    return { section: section.index, start: header.start, end: header.end, message }
  })
}

function incompleteIn(section: Section, postMortem: PostMortem): TableMatch[] {
  const schema = enforcedTemplate(postMortem) && schemaOf(section, postMortem)
  if (!schema) return []
  const tables = section.blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  return incompleteTables(tables, schema.tables)
}

function fix(finding: Finding, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const section = postMortem.sections[finding.section]
  const template = enforcedTemplate(postMortem)
  const match = section && incompleteIn(section, postMortem).find(({ table }) => table.header.start === finding.start)
  if (!section || !template || !match) return []
  const names = match.missing.map(({ column }) => `"${column.name}"`)
  const title = `Add ${names.length === 1 ? 'column' : 'columns'} ${listed(names)}`
  return [{ title, edits: insertColumns(located(section, postMortem), match, template, text), preferred: true }]
}
