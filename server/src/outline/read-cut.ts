/** Reads sections of a document one by one, each as far as it is wanted. */
import type { Yaml } from 'mdast'
import { readPlainBlocks, readPlainWords } from '../syntax/plain-blocks.ts'
import { readBlocks } from './blocks.ts'
import { readFrontMatter } from './front-matter.ts'
import { inlineOf } from './inline.ts'
import type { FrontMatter, Outline, OutlineSection } from './outline.ts'
import { readOutline } from './read-outline.ts'
import type { TextSection } from './text-sections.ts'

/** A section and where its reading ends: at most where the section does. */
export interface CutSection {
  readonly section: TextSection
  readonly end: number
}

/**
 * The outline of a text of which parts are left out: the blocks behind the end of the reading of each section. Null
 * where the sections cannot be read one by one.
 */
export function readCutOutline(text: string, cut: readonly CutSection[]): Outline | null {
  // A link definition counts everywhere.
  if (text.includes(']:')) return null
  const sections: OutlineSection[] = []
  const open: { index: number; level: number }[] = []
  let frontMatter: FrontMatter | null = null
  for (const [index, { section, end }] of cut.entries()) {
    const { start, level } = section
    const own = text.slice(start, end)
    const read = (level > 0 ? readPlain(own, section) : readPlainHead(own)) ?? readWithParser(own, level)
    if (!read) return null
    while (level > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)?.index ?? null
    if (level > 0) open.push({ index, level })
    frontMatter ??= read.frontMatter
    sections.push({ ...read.section, length: section.end - start, parent })
  }
  return {
    sections,
    starts: cut.map(({ section }) => section.start),
    frontMatter,
    lineEnding: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
  }
}

interface Read {
  readonly section: OutlineSection
  readonly frontMatter: FrontMatter | null
}

function readPlain(text: string, { start, body, level, title, titleAt }: TextSection): Read | null {
  const source = { text, base: 0 }
  const [from, to] = [titleAt - start, titleAt - start + title.length]
  const words = title === '' ? null : readPlainWords(text, from, to)
  const nodes = words && readPlainBlocks(text, body - start)
  if (!words || !nodes) return null
  const heading = { start: 0, end: to, level, title: inlineOf(source, words, from, to) }
  return {
    section: { length: text.length, heading, level, parent: null, blocks: readBlocks(source, nodes) },
    frontMatter: null,
  }
}

/** Front matter that begins and ends with a line of three dashes. */
const FRONT_MATTER = /^---\r?\n(?:[^\r\n]*\r?\n)*?---(?=\r?\n|$)/

/** What stands before the first heading. */
function readPlainHead(text: string): Read | null {
  const source = { text, base: 0 }
  const end = FRONT_MATTER.exec(text)?.[0].length ?? 0
  const nodes = end > 0 || !text.startsWith('---') ? readPlainBlocks(text, end) : null
  if (!nodes) return null
  const yaml = { type: 'yaml', value: '', position: { start: { offset: 0 }, end: { offset: end } } } as unknown as Yaml
  const blocks = readBlocks(source, end > 0 ? [yaml, ...nodes] : nodes)
  return {
    section: { length: text.length, heading: null, level: 0, parent: null, blocks },
    frontMatter: end > 0 ? readFrontMatter(source, yaml) : null,
  }
}

function readWithParser(text: string, level: number): Read | null {
  const { sections, frontMatter } = readOutline(text)
  const section = sections.at(-1)
  const isAsCut = section?.level === level && sections.length === (level > 0 ? 2 : 1)
  return section && isAsCut ? { section, frontMatter } : null
}
