/** Values of the team, and rules, in a template. */
import { describe, expect, it } from 'vitest'
import { describedValues, enumValueOf } from '../../server/src/template/enums.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import { type TeamValues, withTeamValues } from '../../server/src/template/team-values.ts'
import type { Template } from '../../server/src/template/template.ts'

const TEMPLATE = readTemplate(
  'mill',
  `---
severities: [{ value: Red, meaning: The mill stands, aliases: [stop] }, Yellow]
---

# Outage: [What]

- **Severity**: [Red/Yellow]
- **Level**: [Red/Yellow]
- **Shift**: A/B/C
- **Status**: [Draft/Final]

## Actions

| Action | Priority | Status |
| --- | --- | --- |
| [What] | P0/P1 | Open/Done |

## More

- [ ] [What]
  - **Priority**: High/Low
`,
)
const NONE: TeamValues = { severities: [], priorities: [], statuses: [] }
const named = (value: string, meaning = '', aliases: string[] = []) => ({ value, meaning, aliases })

/** Values by the name of the field or column that allows them. */
function allowed({ sections }: Template): Record<string, readonly string[]> {
  const slots = sections.flatMap(({ fields, tables, lists }) => [
    ...fields,
    ...tables.flatMap(({ columns }) => columns),
    ...lists.flatMap((list) => list.fields.map((field) => ({ ...field, name: `nested ${field.name}` }))),
  ])
  return Object.fromEntries(slots.flatMap(({ name, type }) => (type.kind === 'enum' ? [[name, type.values]] : [])))
}

describe('the values of a team', () => {
  it('are allowed where a severity, a priority or a status is, and nowhere else', () => {
    const before = allowed(TEMPLATE)
    expect(Object.keys(before).sort()).toEqual(['Level', 'Priority', 'Severity', 'Shift', 'Status', 'nested Priority'])
    const team = { severities: [named('Black')], priorities: [named('p-0'), named('P2')], statuses: [named('Parked')] }
    expect(allowed(withTeamValues(TEMPLATE, team))).toEqual({
      Severity: ['Red', 'Yellow', 'Black'],
      Level: ['Red', 'Yellow', 'Black'],
      Shift: before['Shift'],
      Priority: ['P0', 'P1', 'P2'],
      'nested Priority': ['High', 'Low', 'p-0', 'P2'],
      Status: [...(before['Status'] ?? []), 'Parked'],
    })
  })

  it('are described: what the team says of a value comes first, what it does not say is kept', () => {
    const team = { ...NONE, severities: [named('Black', 'The mill burns'), named('red', 'All saws stand', ['halt'])] }
    const template = withTeamValues(TEMPLATE, team)
    expect(template.severities).toEqual([
      named('Red', 'All saws stand', ['stop', 'halt']),
      named('Yellow'),
      named('Black', 'The mill burns'),
    ])
    const values = allowed(template)['Severity'] ?? []
    const meant = ['halt', 'stop', 'black', 'green'].map((text) => enumValueOf(text, values, describedValues(template)))
    expect(meant).toEqual(['Red', 'Red', 'Black', null])
  })

  it('none: the template as it is', () => expect(withTeamValues(TEMPLATE, NONE)).toBe(TEMPLATE))
})

describe('rules in the front matter of a template', () => {
  const read = (yaml: string, ids: readonly string[] | null = ['placeholder', 'invalid-id']) => {
    const text = `---\n${yaml}\n---\n\n# Outage: [What]\n`
    const { rules, problems } = readTemplate('t', text, ids)
    return { rules, problems: problems.map(({ start, end, message }) => [text.slice(start, end), message]) }
  }

  it.each([
    ['rules: { placeholder: off, invalid-id: info }', { placeholder: 'off', 'invalid-id': 'info' }],
    ['rules: {}', {}],
    ['rules:', {}],
    ['name: a', {}],
  ])('%s', (yaml, rules) => expect(read(yaml)).toEqual({ rules, problems: [] }))

  it.each([
    ['rules: { placeholders: off }', 'placeholders', 'There is no rule "placeholders". Did you mean "placeholder"?'],
    ['rules: { placeholder: loud }', 'loud', `"placeholder" must be 'off', 'hint', 'info', 'warning' or 'error'.`],
    ['rules: [placeholder]', '[placeholder]', '"rules" must be a map of rules, each with a level.'],
  ])('%s is wrong', (yaml, at, message) => {
    expect(read(yaml)).toEqual({ rules: {}, problems: [[at, message]] })
    expect(read(`${yaml.replace('}', ', invalid-id: error }')}`).rules).toEqual(
      yaml.includes('}') ? { 'invalid-id': 'error' } : {},
    )
  })

  it('are not looked up where it is not known which there are', () =>
    expect(read('rules: { anything: off }', null)).toEqual({ rules: { anything: 'off' }, problems: [] }))
})
