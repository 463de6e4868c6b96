import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { readBuiltInTemplates } from '../../server/src/template/built-in.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'

const { generateRuleIndex }: { generateRuleIndex(): Promise<string> } = await import(
  '../../scripts/generate-rule-index.mjs' as string
)

const folder = new URL('../../docs/rules/', import.meta.url)
const page = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const templates = readBuiltInTemplates()

it('the index of the rules is what the rules say of themselves', async () => {
  expect(page('README.md'), 'run node scripts/generate-rule-index.mjs').toBe(await generateRuleIndex())
})

it('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md')
  expect(pages.sort()).toEqual(RULES.map(({ meta }) => `${meta.id}.md`).sort())
})

describe.each(RULES.map((rule) => ({ id: rule.meta.id, rule })))('the page of $id', ({ id, rule: { meta, fix } }) => {
  const text = page(`${id}.md`)

  it('says what the rule says of itself', () => {
    const [title, description, severity] = text.split('\n\n')
    expect(title).toBe(`# ${id}`)
    expect(description).toBe(meta.description)
    const inFinal = meta.severity.charAt(0).toUpperCase() + meta.severity.slice(1)
    const said = meta.aboutUnfinished
      ? `${inFinal} in a final document, hint in a draft.`
      : `${inFinal}, in a draft too.`
    expect(severity).toBe(`${said} Since ${meta.since}.`)
    expect(/\n## Quick fix\n\nNone/.test(text)).toBe(fix === undefined)
  })

  it('shows a bad example that it finds and a good one that it does not', () => {
    const isTemplateFile = id === 'invalid-template'
    expect(findingsIn(example(text, 'Bad'), isTemplateFile)).toContainEqual(
      expect.objectContaining({ rule: id, severity: meta.severity }),
    )
    expect(findingsIn(example(text, 'Good'), isTemplateFile).filter(({ rule }) => rule === id)).toEqual([])
  })
})

function example(text: string, heading: string): string {
  const found = new RegExp(`\\n## ${heading}\\n\\n\`\`\`markdown\\n([\\s\\S]*?)\`\`\`\\n`).exec(text)?.[1]
  if (found === undefined) throw new Error(`no example under "${heading}"`)
  return found
}

function findingsIn(text: string, isTemplateFile: boolean): Finding[] {
  const context = { templates, path: null, timeZone: null, dateOrder: null }
  return checkPostMortem(readPostMortem(text, isTemplateFile ? { ...context, isTemplateFile } : context), RULE_CONTEXT)
}
