/** Reads the sections of a document: their kinds, fields and how far they are written. */

import type { SectionKind } from '../../lexicon/lexicon.ts'
import { memoize } from '../../memoize.ts'
import type {
  Block,
  Field,
  FrontMatter,
  Inline,
  ListItem,
  Outline,
  OutlineSection,
  Table,
  TableRow,
} from '../../outline/outline.ts'
import { nameKey, placeholderKey } from '../../template/names.ts'
import { isBoilerplate } from '../../template/section-parts.ts'
import type { Template, TemplateSection } from '../../template/template.ts'
import { isUnfilled, type Unfilled, unfilledIn } from '../content/unfilled.ts'
import type { Section, SectionField, SectionState } from '../post-mortem.ts'
import { holdsTimes } from '../timeline/timeline-opening.ts'
import { headingField } from './heading-fields.ts'
import {
  continuesTimeline,
  isNamedTimeline,
  isPartOfTimeline,
  kindsBelow,
  kindsByContent,
  kindsByName,
  withTimedHeadings,
} from './section-kinds.ts'

/**
 * Reads the sections of a document.
 * @param template that the document resembles, null for none
 * @param matched for every section the index of its template section: see `matchTemplate`
 */
export function readSections(
  outline: Outline,
  template: Template | null,
  matched: readonly (number | null)[],
): readonly Section[] {
  const unfilled = unfilledIn(template)
  const schemas = outline.sections.map((_, index) => template?.sections[matched[index] ?? -1] ?? null)
  const timed = withTimedHeadings(outline)
  const hasTimeline = outline.sections.some((section, index) => isNamedTimeline(section, schemas[index] ?? null))
  const sections: Section[] = []
  for (const [index, section] of outline.sections.entries()) {
    const schema = schemas[index] ?? null
    const parent = section.parent === null ? undefined : sections[section.parent]
    const around = parent ? [...kindsBelow(parent, timed.has(parent.index)), ...parent.within] : []
    const within: readonly SectionKind[] = continuesTimeline(section, sections) ? ['timeline', ...around] : around
    const isBesideEvents = parent !== undefined && within.includes('timeline') && holdsTimes(parent.blocks)
    const frontMatter = index === 0 ? outline.frontMatter : null
    sections.push(
      sectionOf(section, index, within, schema, unfilled, frontMatter, timed.has(index), hasTimeline, isBesideEvents),
    )
  }
  return sections
}

const sectionOf = memoize(
  (
    section: OutlineSection,
    index: number,
    within: readonly SectionKind[],
    schema: TemplateSection | null,
    unfilled: Unfilled,
    frontMatter: FrontMatter | null,
    hasTimedHeadings: boolean,
    hasTimeline: boolean,
    isBesideEvents: boolean,
  ): Section => {
    const named = kindsByName(section, schema, within)
    const fields = readSectionFields(section, frontMatter, unfilled)
    return {
      ...section,
      index,
      kinds: kindsByContent(named, within, section, { hasTimedHeadings, hasTimeline }),
      within: isPartOfTimeline(named, section, fields, isBesideEvents)
        ? within
        : within.filter((kind) => kind !== 'timeline'),
      template: schema?.index ?? null,
      fields,
      state: stateOf(section, schema, unfilled),
    }
  },
)

/** Whether a section, or one around it, is of a kind. */
export function isWithin(section: Pick<Section, 'kinds' | 'within'>, kind: SectionKind): boolean {
  return section.kinds.includes(kind) || section.within.includes(kind)
}

/** The sections that are of a kind, or stand in one that is, in order. */
export function sectionsWithin(sections: readonly Section[], kind: SectionKind): Section[] {
  return sections.filter((section) => isWithin(section, kind))
}

/** A row of a table is unfilled when what it holds beyond the template's own cells and names are placeholders. */
export const isUnfilledRow = memoize(
  ({ cells }: TableRow, schema: TemplateSection | null, unfilled: Unfilled): boolean => {
    const isOpen = cells.map((cell) => isUnfilled(cell, unfilled))
    if (!isOpen.includes(true)) return false
    const samples = schema?.tables.flatMap(({ rows }) => rows) ?? []
    const isName = (text: string) => schema?.fields.some(({ key }) => key === nameKey(text)) === true
    return cells.every(({ text }, column) => {
      if (isOpen[column] || (column === 0 && isName(text))) return true
      return samples.some((row) => row[column] === placeholderKey(text))
    })
  },
)

function readSectionFields(
  section: OutlineSection,
  frontMatter: FrontMatter | null,
  unfilled: Unfilled,
): SectionField[] {
  const fields: Field[] = [...(frontMatter?.fields ?? []), ...[headingField(section)].filter((field) => field !== null)]
  for (const block of section.blocks) {
    if (block.type === 'paragraph') fields.push(...block.fields)
    else if (block.type === 'list') for (const item of block.items) fields.push(...item.fields)
    else if (block.type === 'table') fields.push(...rowFields(block))
  }
  return fields.map((field) => {
    const isOpen = unfilled.is(field.value.text)
    const value = isOpen ? field.value : withoutBrackets(field.value)
    // Those of YAML make a list.
    const isWrapped = value !== field.value && field.form !== 'front-matter'
    const brackets = isWrapped ? { start: field.value.start, end: field.value.end } : null
    return { ...field, value, brackets, key: nameKey(field.name.text), unfilled: isOpen }
  })
}

/** A value in the brackets of a template: `[SEV2]`, `{{ 2025-03-14 06:10 }}`; neither a box nor a link. */
const IN_BRACKETS = /^(\[|\{\{?)(\s*)([^[\]{}^\s][^[\]{}]*[^[\]{}\s])\s*(?:\]|\}\}?)$/

function withoutBrackets(value: Inline): Inline {
  const [, mark = '', blank = '', inner] = IN_BRACKETS.exec(value.text) ?? []
  if (inner === undefined) return value
  const start = value.start + mark.length + blank.length
  return { text: inner, plain: IN_BRACKETS.exec(value.plain)?.[3] ?? inner, start, end: start + inner.length }
}

/** Rows of a table of two columns read as fields, the header too (it is often the first of them). */
function rowFields(block: Table): Field[] {
  if (block.header.cells.length !== 2) return []
  return [block.header, ...block.rows].flatMap((row) => {
    const [name, value] = row.cells
    if (!name || !value || name.plain === '') return []
    return [{ start: row.start, end: row.end, name: { ...name, text: name.plain }, value, form: 'row' as const }]
  })
}

function stateOf(section: OutlineSection, schema: TemplateSection | null, unfilled: Unfilled): SectionState {
  const filled = section.blocks.flatMap((block) => isFilled(block, schema, unfilled))
  if (filled.length === 0) return 'empty'
  return filled.includes(true) ? 'filled' : 'placeholder'
}

/** For every piece of content of a block whether it is written. */
function isFilled(block: Block, schema: TemplateSection | null, unfilled: Unfilled): boolean[] {
  switch (block.type) {
    case 'paragraph': {
      const whole = block.lines.map(({ plain }) => plain).join(' ')
      if (schema && isBoilerplate(schema, whole)) return [false]
      const bold = block.fields.filter(({ form }) => form === 'bold')
      if (bold.length > 0) return bold.map(({ value }) => !unfilled.is(value.text))
      return [
        !block.lines.every(({ text }) => unfilled.is(text)) &&
          !unfilled.is(block.lines.map(({ text }) => text).join(' ')),
      ]
    }
    case 'list':
      return block.items.flatMap((item) => isItemFilled(item, schema, unfilled))
    case 'table':
      return block.rows.map((row) => {
        return row.cells.some(({ text }) => text !== '') && !isUnfilledRow(row, schema, unfilled)
      })
    case 'code':
    case 'quote':
    case 'opaque-table':
      return [true]
    default:
      return []
  }
}

function isItemFilled(item: ListItem, schema: TemplateSection | null, unfilled: Unfilled): boolean[] {
  const isUntouched = item.checked === false && schema !== null && isBoilerplate(schema, item.line.plain)
  const own =
    item.field?.form === 'bold'
      ? !unfilled.is(item.field.value.text)
      : !isUntouched && item.lines.some(({ text }) => !unfilled.is(text))
  return [own, ...item.blocks.flatMap((block) => isFilled(block, schema, unfilled))]
}
