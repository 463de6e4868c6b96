import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeholdersOf } from '../../server/src/model/content/placeholders.ts'
import type { PostMortem } from '../../server/src/model/post-mortem.ts'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { expand, type Part, readSnippet } from './read-snippet.ts'

interface Snippet {
  readonly prefix: string
  readonly body: readonly string[]
  readonly description: string
}

const root = new URL('../../', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, root), 'utf8')
const snippets = Object.values(JSON.parse(text('snippets/postmortem.code-snippets')) as Record<string, Snippet>)
const templates = readdirSync(new URL('server/templates/', root))
  .filter((name) => name.endsWith('.md'))
  .map((name) => readTemplate(name.slice(0, -'.md'.length), text(`server/templates/${name}`)))
const NOW = { CURRENT_YEAR: '2026', CURRENT_MONTH: '03', CURRENT_DATE: '09' }

it('there is a snippet for every recurring part', () => {
  const prefixes = snippets.map(({ prefix }) => prefix)
  expect(new Set(prefixes).size).toBe(prefixes.length)
  expect(prefixes).toEqual(
    expect.arrayContaining([
      ...templates.map(({ id }) => `pm-${id}`),
      'pm-timeline-row',
      'pm-timeline-detected',
      'pm-timeline-item',
      'pm-phase-detection',
      'pm-phase-post-resolution',
      'pm-action-row',
      'pm-action-item',
      'pm-five-whys',
      'pm-metrics-row',
      'pm-approval-row',
    ]),
  )
})

describe.each(snippets)('$prefix', ({ prefix, body, description }) => {
  const parts = readSnippet(body.join('\n'))

  it('numbers its tab stops from 1 in their order', () => {
    const numbers = parts.flatMap((part) => ('number' in part ? [part.number] : []))
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('says what it is and can be requested', () => {
    expect(prefix).toMatch(/^pm-[a-z0-9-]+$/)
    expect(description).not.toBe('')
  })
})

describe.each(templates)('the snippet of a whole post-mortem: $id', (template) => {
  const parts = partsOf(`pm-${template.id}`)

  it('is the template except for its tab stops', () => {
    const body = `---\ntemplate: ${template.id}\n---\n\n${template.body.trimEnd()}\n`
    let at = 0
    for (const part of parts) {
      const forms = formsOf(part)
      const form = forms.find((candidate) => body.startsWith(candidate, at))
      expect(form, `one of ${JSON.stringify(forms)} at ${JSON.stringify(body.slice(at, at + 80))}`).toBeDefined()
      at += form?.length ?? 0
    }
    expect(body.slice(at)).toBe('')
  })

  it('has a tab stop for every placeholder', () => {
    const postMortem = read(expand(parts, NOW), template.id)
    const left = placeholdersOf(postMortem).map(({ section, start, end }) => {
      const base = postMortem.starts[section] ?? 0
      return `${base + start}-${base + end}`
    })
    expect(left.length).toBeGreaterThan(10)
    expect(defaultsOf(parts)).toEqual(expect.arrayContaining(left))
  })

  it('is a draft with nothing but hints', () => {
    const postMortem = read(expand(parts, NOW), template.id)
    expect(postMortem).toMatchObject({ recognised: true, template: { chosen: true }, stage: 'draft' })
    expect(checkPostMortem(postMortem, RULE_CONTEXT).filter(({ severity }) => severity !== 'hint')).toEqual([])
  })
})

describe('a part put into a finished post-mortem', () => {
  it.each<[string, string, RegExp, 'timeline' | 'actionItems']>([
    ['pm-timeline-row', 'incident-review', /^\| 15:40 /m, 'timeline'],
    ['pm-timeline-resolved', 'incident-review', /^\| 15:40 /m, 'timeline'],
    ['pm-timeline-item', 'minimal', /^- \d\d:\d\d /m, 'timeline'],
    ['pm-action-row', 'incident-review', /^\| ACT-1 /m, 'actionItems'],
    ['pm-action-item', 'phased', /^- \[x\] Show the dashboard/m, 'actionItems'],
    ['pm-action-item-minimal', 'minimal', /^- \[/m, 'actionItems'],
    ['pm-action-row-google-sre', 'google-sre', /^\|.* \| (?:Open|Done) \|$/m, 'actionItems'],
  ])('%s is one more entry', (prefix, template, line, entries) => {
    const document = text(`test/fixtures/filled/${template}.md`)
    const at = document.search(line)
    expect(at).toBeGreaterThan(0)
    const filled = expand(partsOf(prefix), NOW)
      .replaceAll('[HH:MM]', '15:30')
      .replaceAll('[YYYY-MM-DD]', '2026-04-01')
      .replace(/(?<!- )\[[^\]]+\]/g, 'Something')
    const longer = read(`${document.slice(0, at)}${filled}\n${document.slice(at)}`, template)
    expect(longer[entries]).toHaveLength(read(document, template)[entries].length + 1)
    expect(checkPostMortem(longer, RULE_CONTEXT).filter(({ rule }) => rule === 'invalid-enum-value')).toEqual([])
  })
})

function partsOf(prefix: string): Part[] {
  const snippet = snippets.find((candidate) => candidate.prefix === prefix)
  return readSnippet(snippet?.body.join('\n') ?? '')
}

/** What a part may stand for in the template. */
function formsOf(part: Part): string[] {
  if (part.kind !== 'choice') return [expand([part], {})]
  const list = part.choices.join('/')
  return [list, `[${list}]`]
}

/** Where the defaults of tab stops are once the snippet is expanded. */
function defaultsOf(parts: readonly Part[]): string[] {
  let at = 0
  return parts.flatMap((part) => {
    const start = at
    at += expand([part], NOW).length
    return part.kind === 'stop' ? [`${start}-${at}`] : []
  })
}

function read(document: string, template: string): PostMortem {
  const known = templates.filter(({ id }) => id === template)
  return readPostMortem(document, { templates: known, path: null, timeZone: null, dateOrder: null })
}
