// The recurring parts of a post-mortem, found in a template by kind of section and structure.
import { absolute, partsOf } from './document.mjs'

/** @typedef {import('./grammar.mjs').Part} Part */
/** @typedef {import('./document.mjs').Document} Document */
/** @typedef {{ label: string, parts: Part[] }} Construct `label` tells those of one kind apart, else it is empty */

/**
 * The kinds of snippets. Their content comes from the templates.
 *
 * @type {{ prefix: string, what: string, kind: string, find: (document: Document, kind: string) => Construct[] }[]}
 */
export const CONSTRUCTS = [
  { prefix: 'pm-timeline-row', what: 'Timeline row', kind: 'timeline', find: nextRow },
  { prefix: 'pm-timeline', what: 'Timeline row', kind: 'timeline', find: labelledRows },
  { prefix: 'pm-timeline-item', what: 'Timeline item', kind: 'timeline', find: nextItem },
  { prefix: 'pm-phase', what: 'Phase', kind: 'timeline', find: phases },
  { prefix: 'pm-action-row', what: 'Action item, table row', kind: 'action-items', find: nextRow },
  { prefix: 'pm-action-item', what: 'Action item, check list', kind: 'action-items', find: nextItem },
  { prefix: 'pm-five-whys', what: 'Five whys', kind: 'five-whys', find: wholeList },
  { prefix: 'pm-metrics-row', what: 'Metrics row', kind: 'metrics', find: nextRow },
  { prefix: 'pm-approval-row', what: 'Approval row', kind: 'approval', find: nextRow },
]

/** One more row of the tables in sections of a kind. */
function nextRow(document, kind) {
  const tables = blocksOf(document, kind, 'table')
  const names = tables[0]?.block.header.cells.map(({ plain }) => plain) ?? []
  const rows = tables
    .filter(({ block }) => block.header.cells.map(({ plain }) => plain).join('\n') === names.join('\n'))
    .flatMap(({ section, block }) =>
      block.rows.map(({ cells }) =>
        cells.map((cell) => partsOf(document, absolute(document.postMortem, section.index, cell))),
      ),
    )
  if (rows.length === 0) return []
  const cells = names.map((name, column) => {
    const same = rows.map((row) => row[column] ?? [])
    return kind === 'approval' && isDate(same.at(-1)) ? [{ today: true }] : nextCell(same, name)
  })
  return [{ label: '', parts: ['| ', ...cells.flatMap((cell, index) => (index > 0 ? [' | ', ...cell] : cell)), ' |'] }]
}

/** A signature is dated with the current day. */
function isDate(parts) {
  const [only, ...more] = parts ?? []
  return more.length === 0 && /^\[(?:[^\]]*\/)?date\]$/i.test(only?.default ?? '')
}

/**
 * The cell of a new row in a column, by the sample rows.
 *
 * @param {Part[][]} cells
 * @param {string} column
 * @returns {Part[]}
 */
function nextCell(cells, column) {
  const last = cells.at(-1) ?? []
  const distinct = [...new Map(cells.map((cell) => [JSON.stringify(cell), cell])).values()]
  if (distinct.length === 1) return last
  if (distinct.every((cell) => cell.every((part) => typeof part === 'string'))) {
    const texts = distinct.map((cell) => cell.join(''))
    return numbered(texts) ?? [{ choices: texts }]
  }
  // `0 min` and then `+X min`; but guidance of one row does not apply to another.
  const isText = cells.flat().some((part) => typeof part === 'object' && 'default' in part && !part.typed)
  return isText ? [{ default: `[${column}]`, typed: false }] : last
}

/** `ACT-1`, `ACT-2` … are followed by the next number. */
function numbered(texts) {
  const found = texts.map((text) => /^(.*?)(\d+)$/.exec(text))
  const prefix = found[0]?.[1]
  if (prefix === undefined || !found.every((match) => match?.[1] === prefix)) return null
  const next = Math.max(...found.map((match) => Number(match?.[2]))) + 1
  return [prefix, { default: String(next), typed: true }]
}

/** The rows whose text starts with a label in bold: one construct each. */
function labelledRows(document, kind) {
  return blocksOf(document, kind, 'table').flatMap(({ section, block }) =>
    block.rows.flatMap((row) => {
      const label = row.cells.map(({ text }) => /^\*\*([^*]+)\*\*/.exec(text)?.[1]).find(Boolean)
      return label ? [{ label, parts: partsOf(document, absolute(document.postMortem, section.index, row)) }] : []
    }),
  )
}

/** One more item of the lists in sections of a kind: no field, and one without a label, where there is one. */
function nextItem(document, kind) {
  const items = blocksOf(document, kind, 'list').flatMap(({ section, block }) =>
    block.items.filter(({ line }) => !line.text.startsWith('**')).map((item) => ({ section, item })),
  )
  const { section, item } = items.find(({ item: { line } }) => !line.text.includes('**')) ?? items[0] ?? {}
  return item
    ? [{ label: '', parts: withoutEnd(partsOf(document, absolute(document.postMortem, section.index, item))) }]
    : []
}

function wholeList(document, kind) {
  const [found] = blocksOf(document, kind, 'list')
  return found
    ? [
        {
          label: '',
          parts: withoutEnd(partsOf(document, absolute(document.postMortem, found.section.index, found.block))),
        },
      ]
    : []
}

/** The subsections with a time field of a section of a kind. */
function phases(document, kind) {
  const { sections } = document.postMortem
  const inside = sections.filter(({ parent, fields }) => {
    return sections[parent ?? -1]?.kinds.includes(kind) && fields.some(({ key }) => key === 'time')
  })
  return inside.map((section) => {
    const end = Math.max(...section.blocks.filter(({ type }) => type !== 'rule').map((block) => block.end))
    const parts = partsOf(document, absolute(document.postMortem, section.index, { start: 0, end }))
    return { label: section.heading.title.plain, parts: withoutEnd(parts) }
  })
}

function blocksOf({ postMortem }, kind, type) {
  const sections = postMortem.sections.filter(({ kinds, within }) => [...kinds, ...within].includes(kind))
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.type === type ? [{ section, block }] : [])),
  )
}

/** Without trailing white space. */
function withoutEnd(parts) {
  const last = parts.at(-1)
  return typeof last === 'string' ? [...parts.slice(0, -1), last.trimEnd()].filter((part) => part !== '') : parts
}
