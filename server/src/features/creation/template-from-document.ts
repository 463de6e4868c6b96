/** Makes a template of a document: its headings, names and shapes stay, and its values become guidance. */
import { changedText, type TextChange } from '../../edits/composed-edits.ts'
import { COLUMN_WORDS, METADATA_WORDS, TITLE_WORDS } from '../../lexicon/lexicons.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import { metadataName } from '../../model/document/metadata.ts'
import type { PostMortem, Section, SectionField } from '../../model/post-mortem.ts'
import type { Block, Inline, List, ListItem, Table } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { readDate, readDuration, readTimes } from '../../time/index.ts'

/** Keys of front matter that say something of the document, or have a meaning of their own in a template. */
const OWN_KEYS =
  /^(?:template|title|postmortem|copyOf|name|description|id|optional|aliases|kinds|rules|severities|priorities|statuses)$/

/** The text of a template with that name. */
export function templateFromDocument(text: string, postMortem: PostMortem, name: string): string {
  const changes = postMortem.sections.flatMap((section) => {
    const base = postMortem.starts[section.index] ?? 0
    return changesIn(section, postMortem).map(({ start, end, newText }) => ({
      start: base + start,
      end: base + end,
      newText,
    }))
  })
  const isFrontMatter = postMortem.sections[0]?.blocks.some(({ type }) => type === 'front-matter')
  const body = changedText(
    text,
    changes.sort((a, b) => a.start - b.start),
  )
  const head = `name: ${JSON.stringify(name)}\n`
  const lines = (
    isFrontMatter ? body.replace(/^(\uFEFF?---\r?\n)/, `$1${head}`) : `---\n${head}---\n\n${body}`
  ).replaceAll('\r\n', '\n')
  return `${lines.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`
}

function changesIn(section: Section, postMortem: PostMortem): TextChange[] {
  const heading = section.heading
  const isTitle = heading !== null && section.level === 1 && section.index === postMortem.title?.section
  const title = heading && isTitle ? [{ ...heading.title, newText: titleOf(heading.title.plain) }] : []
  const fields = new Map(section.fields.map((field) => [field.value.start, guidanceOf(field, section, postMortem)]))
  const inFields = section.fields.flatMap((field): TextChange[] => {
    const { start, end } = field.value
    if (field.form === 'front-matter' && OWN_KEYS.test(field.key)) {
      return [{ start: field.start, end: field.end, newText: '' }]
    }
    return field.value.text === '' ? [] : [{ start, end, newText: fields.get(start) ?? '' }]
  })
  const isOfField = (block: Block) =>
    section.fields.some((field) => block.start <= field.start && field.end <= block.end)
  const topic = heading && !isTitle ? heading.title.plain : 'What happened'
  let isTold = false
  const inBlocks = section.blocks.flatMap((block): TextChange[] => {
    if (block.type === 'front-matter' || block.type === 'rule') return []
    if (isOfField(block)) return []
    if (block.type === 'table') return [tableChange(block)]
    if (block.type === 'list') return [listChange(block, section)]
    if (block.type === 'html' && block.comment) return []
    // Prose, quotations and code: once what belongs there.
    const newText = isTold || block.type !== 'paragraph' ? '' : `[${withoutBrackets(topic)}]`
    isTold ||= newText !== ''
    return [{ start: block.start, end: block.end, newText }]
  })
  return [...title, ...inFields, ...inBlocks].map(({ start, end, newText }) => ({ start, end, newText }))
}

/** What the title calls the document, with a slot for what happened. */
function titleOf(title: string): string {
  const before = /^(.+?)(?:[:：]|\s[–—-])\s/u.exec(title)?.[1] ?? ''
  const said = TITLE_WORDS.within(before).some(({ means }) => means.includes('document'))
  return `${said ? before.replace(/\b[A-Z]{2,}-[\d-]+\b/g, '').trim() : 'Post-Mortem'}: [Title]`
}

/** The placeholder of a field: that of its template, else by its name and by the value that it has. */
function guidanceOf(field: SectionField, section: Section, postMortem: PostMortem): string {
  const schema = section.template === null ? null : postMortem.template?.template.sections[section.template]
  const own = schema?.fields.find(({ key }) => key === field.key)
  const isTyped = own && typedValues(section, postMortem).some(({ value }) => value.start === field.value.start)
  if (isTyped && /[[/]|[A-Z]{2,}-/.test(own.placeholder)) return own.placeholder
  const name = metadataName(field.key)
  return sampleOf(field.name.text, field.value, name)
}

const NAMES = ['commander', 'author', 'approvedBy', 'attendees']

/** A sample that says what kind of value comes here. */
function sampleOf(name: string, { plain, text }: Pick<Inline, 'plain' | 'text'>, meaning: string | null): string {
  const value = plain.trim()
  const id = /^[A-Z]{2,}-((?:20\d\d-?\d\d-?\d\d-)?)\d{2,}$/.exec(value)
  if (meaning === 'id' || id) return idPattern(value)
  const level = /^(SEV-?|S|P)\d/i.exec(value)?.[1]
  if (level)
    return `[${(level.toUpperCase().startsWith('P') ? [0, 1, 2, 3] : [0, 1, 2, 3, 4]).map((number) => `${level}${number}`).join('/')}]`
  if (meaning === 'status') return '[Draft/Final]'
  if (meaning !== null && NAMES.includes(meaning)) return '[Name]'
  if (/^(?:yes|no)\b/i.test(value)) return /^(?:yes|no)$/i.test(value) ? '[Yes/No]' : '[Yes/No - details if yes]'
  const [time, ...more] = readTimes(text)
  if (time?.until || (meaning === 'duration' && more.length > 0)) return '[HH:MM] to [HH:MM] ([X min])'
  const isTime = time?.clock && value.length <= MAX_TIME_LENGTH
  if (meaning !== 'duration' && isTime) return time.date ? '[YYYY-MM-DD HH:MM]' : '[HH:MM]'
  if (meaning === 'duration' || readDuration(value)) return '[X min]'
  if (readDate(value) || meaning === 'date') return '[YYYY-MM-DD]'
  if (/^[\d\s.,]+%$/.test(value)) return '[%]'
  if (/^[\d\s.,]+$/.test(value)) return '[Number]'
  return /^<?https?:\/\/\S+$/.test(value) ? '[Link]' : `[${withoutBrackets(name)}]`
}

const MAX_TIME_LENGTH = 30

function idPattern(value: string): string {
  const letters = /^[A-Z]{2,}/.exec(value)?.[0]
  if (!letters) return '[ID]'
  const counter = /\d+$/.exec(value)?.[0].length ?? 3
  return `${letters}-${/20\d{6}-/.test(value) ? 'YYYYMMDD-' : /20\d\d-\d{1,4}$/.test(value) ? 'YYYY-' : ''}${'X'.repeat(Math.min(4, Math.max(2, counter)))}`
}

/** One row shows what comes into each column, by its name and by the first cell that is filled in. */
function tableChange({ header, rows, start, end }: Table): TextChange {
  const cells = header.cells.map((name, column) => {
    const filled = rows.flatMap((row) => row.cells[column] ?? []).filter(({ text }) => text !== '')
    if (filled.some(({ plain }) => /^\+\s?\d/.test(plain))) return '[+X min]'
    return cellSample(name.plain, filled[0])
  })
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`
  const head = header.cells.map(({ text }) => text)
  const count = rows.length > 1 ? 2 : 1
  const lines = [head, head.map(() => '---'), ...Array.from({ length: count }, () => cells)]
  return { start, end, newText: lines.map(line).join('\n') }
}

function cellSample(name: string, cell: Inline | undefined): string {
  const roles = COLUMN_WORDS.named(nameKey(name))
  const sample = cell
    ? sampleOf(name, cell, METADATA_WORDS.named(nameKey(name))[0] ?? null)
    : `[${withoutBrackets(name)}]`
  if (roles.includes('status')) return 'Open/Done'
  return roles.includes('owner') ? '[Name]' : sample
}

/** The first item shows the shape of all, with the fields below it. */
function listChange({ items, start, end }: List, section: Section): TextChange {
  const [first] = items
  if (!first) return { start, end, newText: '' }
  const heading = section.heading?.title.plain ?? 'Item'
  return { start, end, newText: [itemSample(first, heading), ...nestedSamples(first)].join('\n') }
}

function itemSample({ marker, checked, line, field }: ListItem, topic: string): string {
  const box = checked === null ? '' : '[ ] '
  const [time] = readTimes(line.text)
  const text = field
    ? `**${field.name.text}**: ${sampleOf(field.name.text, field.value, null)}`
    : time?.clock && time.start <= 4
      ? `${time.date ? '[YYYY-MM-DD HH:MM]' : '[HH:MM]'} [What happened]`
      : `[${withoutBrackets(topic)}]`
  return `${marker === '' ? '-' : marker} ${box}${text}`
}

function nestedSamples({ blocks, marker }: ListItem): string[] {
  const indent = ' '.repeat(marker.length + 1)
  return blocks
    .flatMap((block) => (block.type === 'list' ? block.items : []))
    .flatMap(({ fields }) => fields)
    .map(({ name, value }) => `${indent}- **${name.text}**: ${cellSample(name.text, value)}`)
}

function withoutBrackets(text: string): string {
  return text.replace(/[[\]]/g, '').trim()
}
