/** What git leaves where a merge could not be finished (gitglossary(7), *conflict markers*). */
import type { ConflictMark } from '../details.ts'
import { perSection } from '../document/own-text.ts'
import { isInCode } from './code-spans.ts'

/** Only seven marks at the start of a line, with the name of a side behind them. */
const MARK = /(?<![^\r\n])(?:<{7}|>{7})[ \t][^\r\n]{0,1000}/g

/** The first and the last line of each conflict, in order. A quotation seven deep has a last line only. */
export const readConflictMarks = perSection(({ index: section, blocks }, own) => {
  if (!own.includes('<<<<<<<') && !own.includes('>>>>>>>')) return []
  return [...own.matchAll(MARK)].flatMap(({ index: start, 0: text }): ConflictMark[] => {
    if (blocks.some((block) => block.type !== 'quote' && isInCode(block, start))) return []
    return [{ section, start, end: start + text.trimEnd().length, opens: text.startsWith('<'), text: text.trimEnd() }]
  })
})
