import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/src/config/read-config.ts'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { findingsInConfig } from '../../server/src/rules/hygiene/invalid-config.ts'
import { RULE_IDS, RULES } from '../../server/src/rules/registry.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { readBuiltInTemplates } from '../../server/src/template/built-in.ts'
import { otherWithId, RULE_CONTEXT } from '../kit/rules.ts'

const folder = new URL('../../docs/rules/', import.meta.url)
const page = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const templates = readBuiltInTemplates()

it('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md')
  expect(pages.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort())
})

describe.each(RULES)('the page of $id', ({ id, ...rule }) => {
  const text = page(`${id}.md`)
  const isOff = rule.severity === 'off'

  it('says the properties of the rule', () => {
    const [title, description, severity] = text.split('\n\n')
    expect(title).toBe(`# ${id}`)
    expect(description).toBe(rule.description)
    const inFinal = rule.severity.charAt(0).toUpperCase() + rule.severity.slice(1)
    const partial = isOff
      ? 'Off unless a team sets it.'
      : rule.onlyInFinal
        ? `${inFinal}, in a final document only.`
        : rule.aboutUnfinished
          ? `${inFinal} in a final document, hint in a draft.`
          : `${inFinal}, in a draft too.`
    expect(severity).toBe(`${partial} Since ${rule.since}.`)
    expect(/\n## Quick fix\n\nNone/.test(text)).toBe(rule.fix === undefined)
  })

  it('shows a bad example that it finds and a good one that it does not', () => {
    const findingsOf = FINDINGS_OF.get(id) ?? ((example: string) => findingsInDocument(example, isOff ? [id] : []))
    expect(findingsOf(example(text, 'Bad'))).toContainEqual(
      expect.objectContaining({ rule: id, severity: isOff ? 'warning' : rule.severity }),
    )
    expect(findingsOf(example(text, 'Good')).filter(({ rule }) => rule === id)).toEqual([])
  })
})

function example(text: string, heading: string): string {
  const found = new RegExp(`\\n## ${heading}\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`\\n`).exec(text)?.[1]
  if (found === undefined) throw new Error(`no example under "${heading}"`)
  return found
}

const CONTEXT = { templates, path: null, timeZone: null, dateOrder: null }

/** @param on rules that are off unless a team sets them */
function findingsInDocument(text: string, on: readonly string[] = []): Finding[] {
  const rules = Object.fromEntries(on.map((id) => [id, 'warning' as const]))
  return checkPostMortem(readPostMortem(text, CONTEXT), {
    ...RULE_CONTEXT,
    config: { ...RULE_CONTEXT.config, rules },
  })
}

/** The pages of the rules that compare documents say which other one there is. */
function findingsBesideOther(text: string): Finding[] {
  return checkPostMortem(readPostMortem(text, CONTEXT), {
    ...RULE_CONTEXT,
    facts: otherWithId('INC-20260212-007', 'Search returned no results'),
  })
}

/** The rules that look at other files than the one document. */
const FINDINGS_OF = new Map<string, (text: string) => Finding[]>([
  ['duplicate-incident-id', findingsBesideOther],
  ['unknown-incident', findingsBesideOther],
  ['unlinked-recurrence', findingsBesideOther],
  // The page shows one of its rows.
  ['table-too-long', (text) => findingsInDocument(text.replace(/^.*\(1 of 2,001\).*\n/m, (row) => row.repeat(2_001)))],
  [
    'invalid-template',
    (text) => checkPostMortem(readPostMortem(text, { ...CONTEXT, isTemplateFile: true }), RULE_CONTEXT),
  ],
  [
    'invalid-config',
    (text) => {
      const { problems, config } = readConfig(text, RULE_IDS)
      return findingsInConfig(problems, config)
    },
  ],
])
