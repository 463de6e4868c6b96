/** Inserts a field of the template into a section: in its place, and in the notation of the fields around it. */
import { metadataName } from '../model/document/metadata.ts'
import type { Section, SectionField } from '../model/post-mortem.ts'
import type { ListItem, Table } from '../outline/outline.ts'
import type { TemplateField, TemplateSection } from '../template/template.ts'
import type { Edit } from './edit.ts'

/**
 * After its predecessor in the template, else before its successor, else where the template has it. Line ends are `\n`.
 */
export function insertField(section: Section, field: TemplateField, schema: TemplateSection | null): Edit {
  const order = schema?.fields ?? []
  const at = order.indexOf(field)
  const own = section.fields.filter(({ form }) => form !== 'front-matter')
  // Under another name for the same, such as that of another language.
  const present = (wanted: TemplateField) => {
    const name = metadataName(wanted.key)
    const isSame = ({ key }: SectionField) => name !== null && metadataName(key) === name
    return own.find(({ key }) => key === wanted.key) ?? own.find(isSame) ?? []
  }
  const previous = order.slice(0, at).reverse().flatMap(present)[0]
  if (previous) return insertNextTo(section, previous, field, 'after')
  const following = order.slice(at + 1).flatMap(present)[0]
  if (following) return insertNextTo(section, following, field, 'before')
  const content = section.blocks.filter(({ type }) => type !== 'rule').at(-1)
  if (schema && content && closes(field, schema) && !('unclosed' in content))
    return insert(section, content.end, `\n\n${field.source}`)
  const head = section.heading ?? section.blocks.find(({ type }) => type === 'front-matter')
  return head
    ? insert(section, head.end, `\n\n${field.source}`)
    : insert(section, section.blocks[0]?.start ?? 0, `${field.source}\n\n`)
}

/** A key of the front matter is appended. `section` is the first of the document. */
export function insertKey(section: Section, { source }: TemplateField): Edit {
  const keys = section.fields.filter(({ form }) => form === 'front-matter')
  const [first] = keys
  const last = keys.at(-1)
  if (!first || !last) return insert(section, 0, `---\n${source}\n---\n\n`)
  // An unparsed value may continue below its key.
  return last.value.text === '' ? insert(section, first.start, `${source}\n`) : insert(section, last.end, `\n${source}`)
}

/** Whether the field is below the tables and lists in the template. */
function closes({ source }: TemplateField, { source: whole, tables, lists }: TemplateSection): boolean {
  const others = [...tables.map((table) => table.source), ...lists.map(({ itemSource }) => itemSource)]
  return others.some((other) => whole.indexOf(other) < whole.indexOf(source))
}

function insertNextTo(
  section: Section,
  neighbour: SectionField,
  { name, placeholder }: TemplateField,
  side: 'before' | 'after',
): Edit {
  const at = (range: { start: number; end: number }, text: string) =>
    side === 'after' ? insert(section, range.end, `\n${text}`) : insert(section, range.start, `${text}\n`)
  if (neighbour.form === 'row') {
    const row = `| ${name} | ${placeholder} |`
    const table = tableOf(section, neighbour)
    // Nothing may be inserted between the header and the delimiter row.
    if (!table || neighbour.start !== table.header.start) return at(neighbour, row)
    const first = table.rows[0]
    return first ? insert(section, first.start, `${row}\n`) : insert(section, table.end, `\n${row}`)
  }
  const text = neighbour.form === 'plain' ? `${name}: ${placeholder}` : `**${name}**: ${placeholder}`
  const item = itemOf(section, neighbour)
  return item ? at(item, `${item.marker} ${text}`) : at(neighbour, text)
}

function itemOf(section: Section, field: SectionField): ListItem | undefined {
  const items = section.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  return items.find((item) => item.start <= field.start && field.start < item.end)
}

function tableOf(section: Section, field: SectionField): Table | undefined {
  return section.blocks.find(
    (block): block is Table => block.type === 'table' && block.start <= field.start && field.end <= block.end,
  )
}

function insert(section: Section, at: number, newText: string): Edit {
  return { section: section.index, start: at, end: at, newText }
}
