/** What a sample value stands for: the table of the specification, row by row. */
import { describe, expect, test } from 'vitest'
import { valueTypeOf } from '../../server/src/template/value-type.ts'

const typeOf = (sample: string, name = 'Anything', metrics = false) =>
  valueTypeOf(sample, { name, metrics, idPattern: null })

describe('enumerations', () => {
  test.each([
    ['P0/P1/P2/P3', 'Urgency', ['P0', 'P1', 'P2', 'P3']],
    ['Open/Done', 'State', ['Open', 'Done']],
    ['open/done', 'State', ['open', 'done']],
    ['To Do/In Progress/Done', 'State', ['To Do', 'In Progress', 'Done']],
    ['[SEV0/SEV1/SEV2]', 'Severity', ['SEV0', 'SEV1', 'SEV2']],
    ['[High/Medium/Low]', 'Priority', ['High', 'Medium', 'Low']],
    ['[Draft/Final]', 'Status', ['Draft', 'Final']],
    ['[SEV1 / SEV2]', '**Severity**', ['SEV1', 'SEV2']],
  ])('%s under %s is closed', (sample, name, values) => {
    expect(typeOf(sample, name)).toEqual({ kind: 'enum', values, closed: true })
  })

  test.each([
    ['[All/Specific regions/Specific plans]', 'Affected Customers', ['All', 'Specific regions', 'Specific plans']],
    ['[Alert/Customer/Colleague]', 'Detected By', ['Alert', 'Customer', 'Colleague']],
  ])('%s under %s is only offered', (sample, name, values) => {
    expect(typeOf(sample, name)).toEqual({ kind: 'enum', values, closed: false })
  })

  test.each([
    ['[Yes/No - details if yes]', true],
    ['[Yes/No, with a link]', true],
    ['[Yes/No]', false],
    ['Yes/No', false],
  ])('%s is yes or no; with details: %s', (sample, details) => {
    expect(typeOf(sample)).toEqual({ kind: 'yes-no', details })
  })

  test.each([
    'Describe the user/customer impact',
    'See https://example.com/a/b',
    'N/A',
    'docs/runbooks/disk.md',
    '/etc/hosts',
    'a/b/c/d/e/f/g/h/i/j/k/l/m',
  ])('%s is none', (sample) => expect(typeOf(sample)).toEqual({ kind: 'text' }))
})

describe('typed values', () => {
  test.each([
    ['[Who/what]', 'name'],
    ['[Person/System]', 'name'],
    ['[Team / Role]', 'name'],
    ['[Signature/Date]', 'text'],
    ['[When/where]', 'text'],
    ['[Date of incident]', 'date'],
    ['[Date the incident began]', 'date'],
    ['[Due date]', 'date'],
    ['[Date of approval]', 'date'],
    ['[Fälligkeitsdatum]', 'date'],
    ['[Dato]', 'date'],
    ['[Start time]', 'time'],
    ['[End time]', 'time'],
    ['[Time of detection]', 'time'],
    ['[Total duration of it]', 'text'],
    ['[time zone]', 'text'],
    ['Date of incident', 'text'],
    ['[What to update]', 'text'],
    ['[Date]', 'date'],
    ['[YYYY-MM-DD]', 'date'],
    ['YYYY-MM-DD', 'date'],
    ['[DD/MM/YYYY]', 'date'],
    ['MM/DD/YY', 'date'],
    ['2024/01/15', 'date'],
    ['[HH:MM]', 'time'],
    ['[HH:MM] UTC', 'time'],
    ['[HH:MM] [What happened]', 'time'],
    ['[Time]', 'time'],
    ['[Duration]', 'duration'],
    ['[X min]', 'duration'],
    ['[X min] after the page', 'duration'],
    ['[+X min]', 'offset'],
    ['+X min', 'offset'],
    ['0 min', 'offset'],
    ['[Number]', 'number'],
    ['[%]', 'percent'],
    ['[Name]', 'name'],
    ['[Link]', 'link'],
    ['[HH:MM] to [HH:MM] ([X min])', 'window'],
    ['[Start] → [End] ([Total])', 'window'],
    ['[What broke]', 'text'],
    ['free text', 'text'],
    ['', 'text'],
  ])('%s is %s', (sample, kind) => expect(typeOf(sample)).toEqual({ kind }))

  test('a time under metrics is a duration', () => {
    expect(typeOf('[Time]', 'Detection', true)).toEqual({ kind: 'duration' })
  })
  test.each(['INC-YYYYMMDD-XXX', '[INC-YYYYMMDD-XXX]', 'PM-YYYY-NNN', 'OUT-###', 'INC-YYYY-MM-DD-XX'])(
    '%s is an ID',
    (sample) => {
      expect(typeOf(sample)).toEqual({ kind: 'id', pattern: sample.replace(/[[\]]/g, '') })
    },
  )
  test('a comment is no part of a sample', () => {
    expect(typeOf('[Name] <!-- optional -->')).toEqual({ kind: 'name' })
  })
})
