/** The names of templates, behind `template:` in the front matter. */
import { type Cursor, placeAt } from '../context.ts'
import { md } from '../markdown.ts'
import type { Completion } from './completion-item.ts'

const LINE = /^template[ \t]*:[ \t]*/

/** Empty elsewhere. */
export function templateItems({ postMortem, section, line, offset }: Cursor): Completion[] {
  const head = section.blocks.find(({ type }) => type === 'front-matter')
  const key = LINE.exec(line.text)?.[0]
  if (!head || key === undefined || offset < line.start + key.length) return []
  if (offset > section.start + head.end) return []
  const value = /^[^#\r\n]*?(?=[ \t]*(?:#|$))/.exec(line.text.slice(key.length))?.[0] ?? ''
  const from = line.start + key.length
  const place = placeAt(section, from, from + value.length)
  // The whole value is replaced: a name that is complete must not hide the others.
  const isComplete = postMortem.templateIds.includes(value)
  return postMortem.templateIds.map((id) => ({
    label: id,
    kind: 'value',
    detail: 'Template',
    documentation: md``,
    place,
    newText: key.endsWith(':') ? ` ${id}` : id,
    filterText: isComplete ? `${value} ${id}` : id,
  }))
}
