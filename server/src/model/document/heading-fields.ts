/** Headings that are fields: `## Date: 2025-03-14`, and `### Severity` with the value below it, as issue forms have it. */
import type { Field, Inline, OutlineSection } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { metadataName } from './metadata.ts'

/** In UTF-16 code units: a longer text below a heading tells something, and is no value. */
const MAX_VALUE_LENGTH = 120

/** The field that a heading is; null where it is none, or its name is not one of the head's. */
export function headingField({ heading, level, blocks }: OutlineSection): Field | null {
  if (!heading || level < 2) return null
  const { title } = heading
  const [, written = '', between = '', said = ''] = WITH_VALUE.exec(title.text) ?? []
  if (said !== '') {
    const start = title.start + written.length + between.length
    return isField(written)
      ? fieldOf(written, title.start, { text: said, plain: plainOf(said), start, end: title.end })
      : null
  }
  const value = loneLine(blocks)
  return value && isField(title.text) ? fieldOf(title.text, title.start, value) : null
}

const WITH_VALUE = /^([^:：]{2,40})(\s*[:：]\s*)(\S.*)$/s

/** An ID is a whole title as often: `## Incident: Mail down`. */
function isField(name: string): boolean {
  const known = metadataName(nameKey(name))
  return known !== null && known !== 'id'
}

function fieldOf(name: string, start: number, value: Inline): Field {
  const text = name.trimEnd()
  return { start, end: value.end, name: { text, start, end: start + text.length }, value, form: 'heading' }
}

/** The one line that stands below a heading. */
function loneLine(blocks: OutlineSection['blocks']): Inline | null {
  const [block, ...more] = blocks.filter(({ type }) => type !== 'html' && type !== 'rule')
  if (!block || more.length > 0) return null
  const isItem = block.type === 'list' && block.items.length === 1 && block.items[0]?.blocks.length === 0
  const lines = block.type === 'paragraph' ? block.lines : isItem ? block.items[0]?.lines : undefined
  const fields = block.type === 'paragraph' ? block.fields : isItem ? block.items[0]?.fields : undefined
  const [line, ...others] = lines ?? []
  if (!line || others.length > 0 || (fields ?? []).length > 0) return null
  return line.plain.length <= MAX_VALUE_LENGTH && !/[.!?。]\s*\S{2,}\s/.test(line.plain) ? line : null
}

function plainOf(text: string): string {
  return text.replace(/\*\*|__|`/g, '').trim()
}
