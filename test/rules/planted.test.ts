/** Planted errors of the rules about what is missing, left or outside a list; and that every rule has such a test. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/src/config/read-config.ts'
import { typedValues } from '../../server/src/model/content/typed-values.ts'
import { RULE_IDS } from '../../server/src/rules/registry.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import { builtInTemplates, read } from '../kit/document.ts'
import { fixture, ROOT } from '../kit/fixtures.ts'
import { expectFound, type Mutant } from '../kit/mutations.ts'
import { LATER } from '../kit/rules.ts'
import { locatedSections } from '../kit/sections.ts'

const NOW = { now: LATER }
const filled = builtInTemplates().map(({ id }) => fixture(`filled/${id}.md`))

/** A document without a stretch of it. */
function without(right: string, start: number, end: number, what: string): Mutant {
  return { what: `without ${what}`, right, wrong: right.slice(0, start) + right.slice(end) }
}

/** Every value of an enumeration in the filled documents, with where it is. */
function enumValues(right: string) {
  const postMortem = read(right)
  return locatedSections(postMortem).flatMap((section) =>
    typedValues(section, postMortem).flatMap(({ type, value, unfilled }) =>
      type.kind === 'enum' && type.closed && !unfilled
        ? [{ start: section.start + value.start, end: section.start + value.end, text: value.text }]
        : [],
    ),
  )
}

describe('planted errors', () => {
  test('of missing-section are found', () => {
    const mutants = filled.flatMap((right) => {
      const postMortem = read(right)
      const wanted = postMortem.template?.template.sections ?? []
      return locatedSections(postMortem).flatMap((section) => {
        const schema = section.template === null ? undefined : wanted[section.template]
        if (!schema?.required || schema.heading === '' || section.index === postMortem.title?.section) return []
        const next = locatedSections(postMortem).find(
          ({ index, level }) => index > section.index && level <= section.level,
        )
        return [without(right, section.start, next?.start ?? right.length, schema.heading)]
      })
    })
    return expectFound('missing-section', mutants, NOW)
  })

  test('of missing-field are found', () => {
    const mutants = filled.flatMap((right) => {
      const postMortem = read(right)
      return locatedSections(postMortem).flatMap((section) => {
        const schema = section.template === null ? null : postMortem.template?.template.sections[section.template]
        return section.fields.flatMap(({ key, name, start, form }) => {
          const asked = schema?.fields.some((field) => field.key === key && field.required)
          if (!asked || form === 'front-matter' || form === 'row') return []
          const from = right.lastIndexOf('\n', section.start + start - 1) + 1
          return [without(right, from, right.indexOf('\n', from) + 1, name.text)]
        })
      })
    })
    return expectFound('missing-field', mutants, NOW)
  })

  test('of invalid-enum-value are found', () => {
    const mutants = filled.flatMap((right) =>
      enumValues(right).flatMap(({ start, end, text }) =>
        ['Soon', 'X7', `not ${text}`].map((wrong) => ({
          what: `${text} → ${wrong}`,
          right,
          wrong: right.slice(0, start) + wrong + right.slice(end),
        })),
      ),
    )
    return expectFound('invalid-enum-value', mutants, NOW)
  })

  test('of placeholder are found', () => {
    const mutants = filled.flatMap((right) => {
      return locatedSections(read(right)).flatMap((section) =>
        section.fields.flatMap(({ value, form, name }, index) => {
          const to = ['TBD', '???', 'HH:MM', '<add it>'][index % 4] ?? 'TBD'
          const start = section.start + value.start
          if (form !== 'bold' || /status/i.test(name.text)) return []
          return [
            {
              what: `${name.text}: ${to}`,
              right,
              wrong: right.slice(0, start) + to + right.slice(section.start + value.end),
            },
          ]
        }),
      )
    })
    return expectFound('placeholder', mutants, NOW)
  })

  test('of invalid-template are found', () => {
    const bodies = builtInTemplates().map(({ id }) =>
      readFileSync(join(ROOT, 'server', 'templates', `${id}.md`), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
    )
    const problems = (line: string, body: string) =>
      readTemplate('team', `---\n${line}\n---\n${body}`, RULE_IDS).problems.length
    expect(bodies.filter((body) => problems('name: Team', body) > 0)).toEqual([])
    const wrong = [
      'severities: 3',
      'optional: [Nowhere]',
      'aliases: { Nowhere: [x] }',
      'kinds: { Nowhere: impact }',
      'rules: { no-such-rule: off }',
      'rules: { placeholder: loud }',
    ]
    expect(bodies.flatMap((body) => wrong.filter((line) => problems(line, body) === 0))).toEqual([])
    expect(bodies.length * wrong.length).toBeGreaterThanOrEqual(20)
  })

  test('of invalid-config are found', () => {
    const right =
      'folder: docs\ntimeZone: UTC\ndateOrder: dmy\nmetrics: default\nsince: 2026-01-31\ninclude: a/**\nrules:\n  placeholder: off\n'
    expect(readConfig(right, RULE_IDS).problems).toEqual([])
    const spoilt = [
      ...[
        'folder: ../x',
        'folder: 3',
        'timeZone: Mars',
        'timeZone: 3',
        'dateOrder: ymd',
        'dateOrder: [dmy]',
        'metrics: mttr',
        'metrics: {}',
      ],
      ...[
        'since: yesterday',
        'since: 2026-02-30',
        'include: 3',
        'include: { a: b }',
        'rules: 3',
        'rules:\n  nothing: off',
      ],
      ...[
        'rules:\n  placeholder: loud',
        'rules:\n  placeholder: 3',
        'foldr: docs',
        'timezone: UTC',
        'Metrics: default',
        'extends: 3',
        'sla: P0',
        'sla: { P0: soon }',
      ],
    ]
    const missed = spoilt.filter((line) => {
      const key = line.split(':')[0]
      const rest = right
        .split(/\n(?! )/)
        .filter((entry) => !entry.startsWith(`${key}:`))
        .join('\n')
      return readConfig(`${line}\n${rest}`, RULE_IDS).problems.length === 0
    })
    expect(missed).toEqual([])
    expect(spoilt.length).toBeGreaterThanOrEqual(20)
  })
})

test('every rule has errors planted for it', () => {
  const folder = join(ROOT, 'test', 'rules')
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const planted = tests.filter((text) => text.includes('expectFound('))
  const here = ['invalid-template', 'invalid-config']
  const lacking = RULE_IDS.filter(
    (id) =>
      !here.includes(id) && !planted.some((text) => new RegExp(`(?:expectFound\\(\\s*|RULE = )'${id}'`).test(text)),
  )
  expect(lacking).toEqual([])
})
