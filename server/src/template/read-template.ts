/** Reads a template: Markdown with front matter → schema. Never throws; mistakes are in `problems`. */

import { isSectionKind, type MetadataName, type SectionKind } from '../lexicon/lexicon.ts'
import { METADATA_WORDS } from '../lexicon/lexicons.ts'
import type { FrontMatter, Outline, OutlineSection } from '../outline/outline.ts'
import { readOutline } from '../outline/read-outline.ts'
import { type FrontMatterSettings, readSettings } from './front-matter-settings.ts'
import { kindsOf } from './kinds.ts'
import { headingKey } from './names.ts'
import { collectBareSamples, collectPlaceholders } from './placeholders.ts'
import { frontMatterFields, readParts } from './section-parts.ts'
import type { EnumValue, Template, TemplateProblem, TemplateSection } from './template.ts'
import { templateTooLarge } from './template-limits.ts'

const OPTIONAL = /[ \t]*<!--\s*optional\s*-->/gi

/**
 * @param id the ID used in front matter (`template: incident-review`) and configuration
 * @param file the text of the file
 * @param ruleIds names of the rules; null leaves those under `rules` unchecked
 */
export function readTemplate(id: string, file: string, ruleIds: readonly string[] | null = null): Template {
  const tooLarge = templateTooLarge(file)
  // Inserted text gets the line ends of the document.
  const text = tooLarge === null ? file.replaceAll('\r\n', '\n') : ''
  const outline = readOutline(text)
  const headings = outline.sections.flatMap(({ heading }) => (heading ? [headingKey(heading.title.plain)] : []))
  const settings = readSettings(outline.frontMatter, new Set(headings), ruleIds)
  const body = bodyOf(text, outline.frontMatter)
  const title = titleOf(outline)
  const sections = outline.sections.map((_, index) => readSection(text, outline, index, title, settings))
  const enums = (name: 'severities' | 'priorities' | 'statuses', field: MetadataName) =>
    named(settings[name], sections, field)
  return {
    id,
    name: settings.name ?? id,
    description: settings.description ?? '',
    title,
    sections,
    severities: enums('severities', 'severity'),
    priorities: enums('priorities', 'priority'),
    statuses: enums('statuses', 'status'),
    rules: settings.rules,
    idPattern: settings.id ?? idOf(sections),
    placeholders: collectPlaceholders(body, sections),
    bareSamples: collectBareSamples(sections),
    body,
    problems: [...settings.problems, ...bodyProblems(outline, tooLarge)].map(({ start, end, message }) => {
      return { start: offsetInFile(file, start), end: offsetInFile(file, end), message }
    }),
  }
}

/** Maps an offset in the text with `\n` to the file with `\r\n`. */
function offsetInFile(file: string, offset: number): number {
  let more = 0
  for (const { index } of file.matchAll(/\r\n/g)) {
    if (index - more >= offset) break
    more++
  }
  return offset + more
}

/** Problems of the body: no headings, or two equal headings in one section, which cannot be distinguished. */
function bodyProblems(outline: Outline, tooLarge: string | null): TemplateProblem[] {
  if (tooLarge !== null) return [{ start: 0, end: 0, message: `The template is too large: ${tooLarge}.` }]
  const seen = new Set<string>()
  const headed = outline.sections.filter(({ heading }) => heading !== null)
  if (headed.length === 0) return [{ start: 0, end: 0, message: 'The template has no headings.' }]
  return outline.sections.flatMap(({ parent, heading }, index) => {
    const key = `${parent} ${headingKey(heading?.title.plain ?? '')}`
    if (!heading) return []
    const isNew = !seen.has(key)
    seen.add(key)
    if (isNew) return []
    const start = outline.starts[index] ?? 0
    const message = `The heading "${heading.title.plain}" stands twice in the same section.`
    return [{ start, end: start + heading.end, message }]
  })
}

/** The title: the only section of the lowest level. */
function titleOf(outline: Outline): number | null {
  const headed = outline.sections.flatMap((section, index) =>
    section.heading ? [{ index, level: section.level }] : [],
  )
  const first = headed[0]
  return first && first.level === 1 && headed.filter(({ level }) => level === 1).length === 1 ? first.index : null
}

function bodyOf(text: string, frontMatter: FrontMatter | null): string {
  return text
    .slice(frontMatter?.end ?? 0)
    .replace(/^\uFEFF?(?:[ \t]*\n)*/, '')
    .replace(OPTIONAL, '')
}

function readSection(
  text: string,
  outline: Outline,
  index: number,
  title: number | null,
  settings: FrontMatterSettings,
): TemplateSection {
  const section = outline.sections[index] as OutlineSection
  const heading = section.heading?.title.plain ?? ''
  const key = headingKey(heading)
  const parents = ancestors(outline, index)
  const kinds = kindsOfHeading(heading, settings)
  const metrics = [index, ...parents].some((at) => {
    const plain = outline.sections[at]?.heading?.title.plain ?? ''
    return kindsOfHeading(plain, settings).includes('metrics')
  })
  const start = outline.starts[index] ?? 0
  const end = endOfSubtree(outline, index)
  const optional = /<!--\s*optional\s*-->/i.test(section.heading ? text.slice(start, start + section.heading.end) : '')
  return {
    index,
    heading,
    key,
    aliases: settings.aliases.get(key) ?? [],
    level: section.level,
    parent: section.parent === title ? null : section.parent,
    kinds,
    required: section.heading !== null && index !== title && !optional && !settings.optional.has(key),
    ...withFrontMatter(
      readParts(text, section, start, { metrics, idPattern: settings.id }),
      outline,
      index === (title ?? 0),
      settings,
    ),
    source: text
      .slice(start, end)
      .replace(OPTIONAL, '')
      .replace(/(?:\s*\n---)?\s*$/, ''),
  }
}

/** Adds the keys of the front matter to the fields of the title, or of the first section. */
function withFrontMatter(
  parts: ReturnType<typeof readParts>,
  { frontMatter }: Outline,
  isHead: boolean,
  settings: FrontMatterSettings,
): ReturnType<typeof readParts> {
  if (!isHead) return parts
  return {
    ...parts,
    fields: [...parts.fields, ...frontMatterFields(frontMatter, { metrics: false, idPattern: settings.id })],
  }
}

function kindsOfHeading(heading: string, settings: FrontMatterSettings): SectionKind[] {
  const given = settings.kinds.get(headingKey(heading))
  return given ? given.filter(isSectionKind) : [...kindsOf(heading)]
}

function ancestors(outline: Outline, index: number): number[] {
  const parent = outline.sections[index]?.parent ?? null
  return parent === null ? [] : [parent, ...ancestors(outline, parent)]
}

/** Absolute offset of the end of a section with its subsections. */
function endOfSubtree(outline: Outline, index: number): number {
  const level = outline.sections[index]?.level ?? 0
  const next = outline.sections.findIndex((section, at) => at > index && section.level <= level)
  return outline.starts[next] ?? (outline.starts.at(-1) ?? 0) + (outline.sections.at(-1)?.length ?? 0)
}

/** The values described in the front matter, else those listed in a field of that name. */
function named(
  given: readonly EnumValue[],
  sections: readonly TemplateSection[],
  field: MetadataName,
): readonly EnumValue[] {
  if (given.length > 0) return given
  for (const section of sections) {
    const columns = section.tables.flatMap((table) => table.columns)
    const nested = section.lists.flatMap((list) => list.fields)
    for (const { key, type } of [...section.fields, ...nested, ...columns]) {
      if (METADATA_WORDS.named(key)[0] === field && type.kind === 'enum') {
        return type.values.map((value) => ({ value, meaning: '', aliases: [] }))
      }
    }
  }
  return []
}

function idOf(sections: readonly TemplateSection[]): string | null {
  for (const { type } of sections.flatMap((section) => section.fields)) if (type.kind === 'id') return type.pattern
  return null
}
