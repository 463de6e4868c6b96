/** Every construct of a template, one by one. */
import { describe, expect, test } from 'vitest'
import { placeholderKey } from '../../server/src/template/names.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import type { Template, TemplateSection } from '../../server/src/template/template.ts'

const FIELDS = ['- **Level**: Red/Green', '- **Notes**: [Anything] <!-- optional -->'].join('\n')
const HEAD = `# Outage: [What]\n\n${FIELDS}\n`

function read(body: string, frontMatter = ''): Template {
  return readTemplate('team', frontMatter === '' ? body : `---\n${frontMatter}\n---\n\n${body}`)
}

function section({ sections }: Template, heading: string): TemplateSection {
  const found = sections.find((candidate) => candidate.heading === heading)
  if (!found) throw new Error(`No section "${heading}".`)
  return found
}

/** The only section besides the title. */
const part = (content: string, frontMatter = '') =>
  section(read(`${HEAD}\n## Part\n\n${content}\n`, frontMatter), 'Part')

describe('headings', () => {
  test('are sections, nested by level, in their order', () => {
    const { sections, title } = read('# T\n\n## A\n\n### B\n\n## C\n')
    expect(title).toBe(1)
    expect(sections.map(({ heading, parent, level }) => [heading, parent, level])).toEqual([
      ['', null, 0],
      ['T', null, 1],
      ['A', null, 2],
      ['B', 2, 3],
      ['C', null, 2],
    ])
  })
  test('are required unless they say otherwise', () => {
    const template = read('# T\n\n## A <!-- optional -->\n\n## B\n\n## C\n', 'optional: [c]')
    expect(template.sections.map(({ heading, required }) => [heading, required])).toEqual([
      ['', false],
      ['T', false],
      ['A', false],
      ['B', true],
      ['C', false],
    ])
    expect(template.body).toBe('# T\n\n## A\n\n## B\n\n## C\n')
  })
  test('there is no title among several of level 1', () => expect(read('# A\n\n# B\n').title).toBeNull())
  test('have kinds by their names, or as the front matter says', () => {
    const template = read('# T\n\n## Timeline\n\n## Smoke\n', 'kinds: { Smoke: [impact, trigger] }')
    expect(section(template, 'Timeline').kinds).toEqual(['timeline'])
    expect(section(template, 'Smoke').kinds).toEqual(['impact', 'trigger'])
  })
  test('have other names', () => {
    const { aliases } = section(read('# T\n\n## Smoke\n', 'aliases: { smoke: [Fire, "2. Flames:"] }'), 'Smoke')
    expect(aliases).toEqual(['fire', 'flames'])
  })
})

describe('fields', () => {
  test.each([
    ['bold', '**Owner**: [Name]'],
    ['colon inside', '**Owner:** [Name]'],
    ['item', '- **Owner**: [Name]'],
    ['row', '| Field | Value |\n|---|---|\n| Owner | [Name] |'],
    ['bold row', '| | |\n|---|---|\n| **Owner** | [Name] |'],
    ['row without a header', '| Owner | [Name] |\n|---|---|\n| Team | [Team] |'],
  ])('%s', (_, content) => {
    expect(part(content).fields[0]).toMatchObject({
      name: 'Owner',
      key: 'owner',
      type: { kind: 'name' },
      placeholder: '[Name]',
      required: true,
    })
  })
  test('optional', () => {
    const { fields } = section(read(HEAD), 'Outage: [What]')
    expect(fields.map(({ name, required, source }) => [name, required, source])).toEqual([
      ['Level', true, '- **Level**: Red/Green'],
      ['Notes', false, '- **Notes**: [Anything]'],
    ])
  })
  test('belong to their section: names recur', () => {
    const template = read(`${HEAD}\n## A\n\n**Time**: [HH:MM]\n\n## Metrics\n\n**Time**: [Time]\n`)
    expect(section(template, 'A').fields[0]?.type).toEqual({ kind: 'time' })
    expect(section(template, 'Metrics').fields[0]?.type).toEqual({ kind: 'duration' })
  })
})

describe('tables', () => {
  const table =
    '| ID | Step (of all) | By | State |\n|---|---|---|---|\n| A-1 | [What] | [YYYY-MM-DD] | Open/Done |\n| A-2 | [More] | | Open/Done |'
  test('columns are typed by their samples', () => {
    const [found] = part(table).tables
    expect(found?.columns.map(({ name, key, type }) => [name, key, type.kind])).toEqual([
      ['ID', 'id', 'text'],
      ['Step (of all)', 'step', 'text'],
      ['By', 'by', 'date'],
      ['State', 'state', 'enum'],
    ])
    expect(found?.source).toBe(table)
    expect(found?.rowSource).toBe('| A-2 | [More] | | Open/Done |')
    expect(part(table).fields).toEqual([])
  })
  test('without a sample there is an empty row to begin with', () => {
    expect(part('| A | B |\n|---|---|').tables[0]?.rowSource).toBe('|  |  |')
  })
})

describe('lists', () => {
  test.each([
    ['bullet', '- [A thing]\n- [Another]'],
    ['ordered', '1. [A thing]\n2. [Another]'],
    ['check', '- [ ] [A thing]'],
  ])('%s', (kind, content) => {
    const first = content.split('\n')[0]
    expect(part(content).lists).toMatchObject([
      { kind, labelled: false, fields: [], type: { kind: 'text' }, itemSource: first },
    ])
  })
  test('items with a label', () => {
    expect(part('- Cause 1: [What]\n- Cause 2: [What]').lists[0]?.labelled).toBe(true)
  })
  test('labels in brackets, a link definition to CommonMark', () => {
    expect(part('- [Cause 1]: [What]').lists).toMatchObject([{ labelled: true, itemSource: '- [Cause 1]: [What]' }])
  })
  test('nested fields', () => {
    const content = '- [ ] [Do this]\n  - **Owner**: [Name]\n  - **Urgency**: P0/P1'
    const [list] = part(content).lists
    expect(list?.fields.map(({ name, type }) => [name, type.kind])).toEqual([
      ['Owner', 'name'],
      ['Urgency', 'enum'],
    ])
    expect(list?.itemSource).toBe(content)
    expect(part(content).fields).toEqual([])
  })
  test('items that start with a time', () => {
    expect(part('- [HH:MM] [What happened]').lists[0]?.type).toEqual({ kind: 'time' })
  })
})

describe('guidance and placeholders', () => {
  test('a paragraph in brackets is guidance', () => {
    expect(part('[What broke,\nand for whom.]').guidance).toBe('What broke, and for whom.')
    expect(part('All times are in UTC.').guidance).toBe('')
  })
  test.each(['[What]', 'what', '**[What]**', 'Red/Green', '[Anything]', 'Cause 1: [Say why]', '[say  why]'])(
    '%s is a placeholder',
    (text) => {
      expect(
        read(`${HEAD}\n## Part\n\n- Cause 1: [Say why]\n- [ ] [link](x)\n`).placeholders.includes(placeholderKey(text)),
      ).toBe(true)
    },
  )
  test.each(['Red', 'Outage', 'link', 'x', '', 'Part'])('%j is none', (text) => {
    expect(
      read(`${HEAD}\n## Part\n\n- Cause 1: [Say why]\n- [ ] [link](x)\n`).placeholders.includes(placeholderKey(text)),
    ).toBe(false)
  })
})

describe('front matter', () => {
  test('names and describes', () => {
    expect(read(HEAD, 'name: Team\ndescription: Ours\nid: OUT-XXX')).toMatchObject({
      id: 'team',
      name: 'Team',
      description: 'Ours',
      idPattern: 'OUT-XXX',
    })
    expect(read(HEAD)).toMatchObject({ id: 'team', name: 'team', description: '', idPattern: null, problems: [] })
  })
  test('gives values with meaning and aliases, worst first', () => {
    const { severities } = read(HEAD, 'severities: [Red, { value: Green, meaning: Fine, aliases: [Ok] }]')
    expect(severities).toEqual([
      { value: 'Red', meaning: '', aliases: [] },
      { value: 'Green', meaning: 'Fine', aliases: ['Ok'] },
    ])
  })
  test('else they are those that a field of that name lists', () => {
    const template = read(
      '# T\n\n**Severity**: [A/B]\n\n**Status**: [C/D]\n\n## Steps\n\n- [ ] [x]\n  - **Priority**: E/F\n',
    )
    const values = (list: Template['severities']) => list.map(({ value }) => value)
    expect([template.severities, template.statuses, template.priorities].map(values)).toEqual([
      ['A', 'B'],
      ['C', 'D'],
      ['E', 'F'],
    ])
  })
  test('the pattern of IDs is that of an ID field', () => {
    expect(read('# T\n\n**Incident**: PM-YYYY-NNN\n').idPattern).toBe('PM-YYYY-NNN')
  })

  /** Problems as their text and message. */
  function problems(frontMatter: string, body = HEAD): [string, string][] {
    const text = `---\n${frontMatter}\n---\n\n${body}`
    return readTemplate('team', text).problems.map(({ start, end, message }) => [text.slice(start, end), message])
  }

  test.each<[string, string, [string, RegExp]]>([
    ['a number as a name', 'name: 1', ['1', /^"name" must be text/]],
    ['a list of names', 'id: [a]', ['[a]', /^"id" must be text/]],
    ['severities without a value', 'severities:\n  - { meaning: x }', ['{ meaning: x }', /text or \{ value/]],
    ['severities that are text', 'severities: SEV1', ['SEV1', /must be a list/]],
    ['aliases that are a list', 'aliases: [a]', ['[a]', /must map headings/]],
    ['an alias that is a number', 'aliases: { "Outage: [What]": [1] }', ['1', /must be text/]],
    ['an unknown kind', 'kinds: { "Outage: [What]": smoke }', ['smoke', /"smoke" is no kind/]],
    ['an unknown heading', 'optional: [Smoke]', ['Smoke', /no heading "Smoke"/]],
    ['an unknown heading with aliases', 'aliases: { Smoke: Fire }', ['Smoke', /no heading "Smoke"/]],
    ['a list', '- a', ['- a', /must map keys/]],
  ])('%s', (_, frontMatter, [where, message]) => {
    expect(problems(frontMatter)).toEqual([[where, expect.stringMatching(message)]])
  })
  test('broken YAML', () => expect(problems('name: [')[0]?.[1]).toMatch(/\S/))
  test('unknown keys are left to others', () => expect(problems('colour: red')).toEqual([]))
  test('no headings at all', () => expect(problems('name: x', 'text')).toEqual([['', 'The template has no headings.']]))
  test('a heading twice', () => {
    expect(problems('name: x', '# T\n\n## A\n\n## B\n\n## A\n')).toEqual([
      ['## A', expect.stringContaining('stands twice')],
    ])
  })
  test('what is wrong does not spoil the rest', () => {
    expect(read(HEAD, 'name: 1\ndescription: Ours\nid: [')).toMatchObject({ name: 'team', description: 'Ours' })
  })
})

describe('as files come', () => {
  const text = `---\noptional: [Smoke]\nname: Team\n---\n\n${HEAD}\n## Steps\n\n| A | B |\n|---|---|\n| [x] | [y] |\n`

  test('CRLF makes no difference but to where problems are', () => {
    const crlf = text.replaceAll('\n', '\r\n')
    const { problems, ...template } = readTemplate('team', crlf)
    const { problems: expected, ...same } = readTemplate('team', text)
    expect(template).toEqual(same)
    expect(problems.map(({ start, end }) => crlf.slice(start, end))).toEqual(
      expected.map(({ start, end }) => text.slice(start, end)),
    )
    expect(problems).toHaveLength(1)
  })
  test('a byte-order mark is no part of a new document', () => {
    expect(readTemplate('team', `\uFEFF${HEAD}`).body).toBe(readTemplate('team', HEAD).body)
    expect(readTemplate('team', `\uFEFF${HEAD}`).body).toMatch(/^# Outage/)
    expect(readTemplate('team', `\uFEFF${text}`).body).toBe(readTemplate('team', text).body)
  })
  test.each(['', '\uFEFF', '---', '---\n---', '# ', '```', '\0\uD800', '|\n-'])('%j is read', (bad) => {
    expect(readTemplate('bad', bad).id).toBe('bad')
  })
})
