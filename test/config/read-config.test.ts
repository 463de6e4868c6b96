/** `.postmortem.yml`: what is wrong is reported at its place, and the rest applies. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONFIG_FILE, DEFAULT_CONFIG, mergeConfigs } from '../../server/src/config/config.ts'
import { CONFIG_SCHEMA } from '../../server/src/config/definition.ts'
import { readConfig } from '../../server/src/config/read-config.ts'
import { runs } from '../kit/sampling.ts'

const RULES = ['missing-section', 'placeholder', 'timeline-order']

/** What is wrong, and where it is. */
const wrongIn = (text: string) =>
  readConfig(text, RULES).problems.map(({ start, end, message }) => [text.slice(start, end), message])

describe('a key is read', () => {
  it.each([
    ['', {}],
    ['# nothing yet\n', {}],
    ['timeZone:\nrules: # none yet\n', {}],
    ['folder: docs/post-mortems/\n', { folder: 'docs/post-mortems' }],
    ['folder: ./docs//pm\n', { folder: 'docs/pm' }],
    ["fileName: '{id}.md'\n", { fileName: '{id}.md' }],
    ['id: OPS-YYYY-NNN\n', { id: 'OPS-YYYY-NNN' }],
    ["id: 'PM-##'\n", { id: 'PM-##' }],
    ['timeZone: Europe/Oslo\r\ndateOrder: dmy\r\n', { timeZone: 'Europe/Oslo', dateOrder: 'dmy' }],
    ['\uFEFFtimeZone: UTC\n', { timeZone: 'UTC' }],
    ['---\ntimeZone: UTC\n...\n', { timeZone: 'UTC' }],
    ['{"timeZone": "UTC"}', { timeZone: 'UTC' }],
    ["include: 'a/**'\nexclude: ['b/**', 'c.md']\n", { include: ['a/**'], exclude: ['b/**', 'c.md'] }],
    ['metrics: rootly\n', { metrics: 'rootly' }],
    ['templates: [a.md]\n', { templates: [{ file: 'a.md', match: [] }] }],
    ["templates:\n  - { file: t/a.md, match: 'x/**' }\n", { templates: [{ file: 't/a.md', match: ['x/**'] }] }],
    ['severities: [Red]\n', { severities: [{ value: 'Red', meaning: '', aliases: [] }] }],
    [
      'priorities:\n  - { value: P0, meaning: Now, aliases: [urgent] }\n',
      { priorities: [{ value: 'P0', meaning: 'Now', aliases: ['urgent'] }] },
    ],
    ['statuses: [{ value: Parked }]\n', { statuses: [{ value: 'Parked', meaning: '', aliases: [] }] }],
    ["owners: ['@mill/saws', Ola]\n", { owners: ['@mill/saws', 'Ola'] }],
    ['sla: { P0: 12h, P1: 3d, P2: 2 w, 3: 4D }\n', { sla: { P0: 12, P1: 72, P2: 336, 3: 96 } }],
    ['tracker: OPS-*\n', { tracker: ['OPS-*'] }],
    ["tracker: ['OPS-*', 'https://tracker.example/*']\n", { tracker: ['OPS-*', 'https://tracker.example/*'] }],
    ['since: 2026-01-31\n', { since: '2026-01-31' }],
    [
      'rules: { placeholder: off, timeline-order: info }\n',
      { rules: { placeholder: 'off', 'timeline-order': 'info' } },
    ],
  ])('%j', (text, expected) => {
    const { config, partial, problems, broken } = readConfig(text, RULES)
    expect(config).toEqual({ ...DEFAULT_CONFIG, ...expected })
    expect(partial).toEqual(expected)
    expect(problems).toEqual([])
    expect(broken).toBe(false)
  })

  it('for all that the definition has', () => {
    const { extends: _, ...keys } = CONFIG_SCHEMA.entries
    expect(Object.keys(DEFAULT_CONFIG)).toEqual(Object.keys(keys))
  })

  it('extends and templates with their places', () => {
    const text = 'extends: [../a.yml, b.yml]\ntemplates:\n  - x.md\n  - { file: y.md }\n'
    const { extends: parents, templates } = readConfig(text)
    expect(parents.map(({ path, start, end }) => [path, text.slice(start, end)])).toEqual([
      ['../a.yml', '../a.yml'],
      ['b.yml', 'b.yml'],
    ])
    expect(templates.map(({ path, start, end }) => [path, text.slice(start, end)])).toEqual([
      ['x.md', 'x.md'],
      ['y.md', 'y.md'],
    ])
  })
})

describe('a wrong value is reported at its place', () => {
  it.each([
    ['folder: ../elsewhere\n', '../elsewhere', /^"folder" must be a folder below this file/],
    ['folder: a/../../b\n', 'a/../../b', /^"folder" must be/],
    ['folder: /etc\n', '/etc', /^"folder" must be/],
    ['folder: C:\\\\temp\n', 'C:\\\\temp', /^"folder" must be/],
    ['fileName: a/b.md\n', 'a/b.md', /^"fileName" must be a file name that ends in \.md/],
    ['id: PM\n', 'PM', /^"id" must be letters, perhaps the letters of a date, and a counter/],
    ['id: 12-XXX\n', '12-XXX', /^"id" must be/],
    ['timeZone: Mars/Olympus\n', 'Mars/Olympus', /^"timeZone" must be a time zone/],
    ['timeZone: [UTC]\n', '[UTC]', /^"timeZone" must be/],
    ['dateOrder: ymd\n', 'ymd', /'dmy' or 'mdy'/],
    ['metrics: mttr\n', 'mttr', /^"metrics" must be 'default', 'rootly' or 'datadog'/],
    ['templates: 3\n', '3', /^"templates" must be a list/],
    ['templates: [../a.md]\n', '../a.md', /^"templates" must be a Markdown file below this one/],
    ['templates: [.]\n', '.', /^"templates" must be/],
    ['templates: [[a.md]]\n', '[a.md]', /^"templates" must be/],
    ['templates: [{ match: a }]\n', '{ match: a }', /^"file" is missing here\.$/],
    ['templates: [{ file: ../a.md }]\n', '../a.md', /^"file" must be a Markdown file/],
    ['templates: [{ file: a.md, mach: b }]\n', 'mach', /^There is no key "mach"\. Did you mean "match"\?$/],
    ['include: 3\n', '3', /^"include" must be a glob/],
    ['include: [a, 3]\n', '3', /^"include" must be a glob/],
    ['severities: [1]\n', '1', /^"severities" must be a list of texts \('1', not 1\)/],
    ['severities: { a: b }\n', '{ a: b }', /^"severities" must be a list/],
    ['severities: [{ meaning: a }]\n', '{ meaning: a }', /^"value" is missing here\.$/],
    ['statuses: [{ value: a, meaning: [b] }]\n', '[b]', /^"meaning" must be text\.$/],
    ['owners: Ola\n', 'Ola', /^"owners" must be a list of names/],
    ['sla: [3d]\n', '[3d]', /^"sla" must be a map of priorities/],
    ['sla: { P0: soon }\n', 'soon', /^"P0" must be a time such as '12h'/],
    ['sla: { P0: 3 }\n', '3', /^"P0" must be a time/],
    ['tracker: { a: b }\n', '{ a: b }', /^"tracker" must be a pattern/],
    ['since: 2026-02-30\n', '2026-02-30', /^"since" must be a date such as/],
    ['since: yesterday\n', 'yesterday', /^"since" must be a date/],
    ['rules: [placeholder]\n', '[placeholder]', /^"rules" must be a map of rules, each with a level\.$/],
    ['rules: { placeholder: loud }\n', 'loud', /^"placeholder" must be 'off', 'hint', 'info', 'warning' or 'error'\.$/],
    ['rules: { placeholder: }\n', 'placeholder', /^"placeholder" must be 'off'/],
    [
      'rules: { placeholders: off }\n',
      'placeholders',
      /^There is no rule "placeholders"\. Did you mean "placeholder"\?$/,
    ],
    ['rules: { zzz: off }\n', 'zzz', /^There is no rule "zzz"\.$/],
    ['rules: { __proto__: off }\n', '__proto__', /^There is no rule "__proto__"\.$/],
    ['extends: /etc/passwd\n', '/etc/passwd', /^"extends" must be a file inside the workspace/],
    ['extends: [file:///etc/passwd, C:a]\n', 'C:a', /^"extends" must be/],
    ['timezone: UTC\n', 'timezone', /^There is no key "timezone"\. Did you mean "timeZone"\?$/],
    ['severity: [a]\n', 'severity', /^There is no key "severity"\. Did you mean "severities"\?$/],
    ['somebodyElses: 3\n', 'somebodyElses', /^There is no key "somebodyElses"\.$/],
    ['toString: 3\n', 'toString', /^There is no key "toString"\.$/],
    ['? [a, b]\n: c\n', '[a, b]', /^A key must be text\.$/],
    ['folder: docs\nfolder: other\n', 'folder', /^"folder" stands here twice; only the first one counts\.$/],
    ['owners: &a [x]\ninclude: *a\n', '*a', /^Write the value out: "\*a" is not looked up\.$/],
  ])('%j at %j', (text, at, message) => {
    const [found, ...more] = wrongIn(text)
    expect(more.filter(([, other]) => !/must be a glob/.test(other ?? ''))).toEqual([])
    expect(found?.[0]).toBe(at)
    expect(found?.[1]).toMatch(message)
    // The rest of the file applies.
    expect(readConfig(`${text}metrics: datadog\n`.replace(/(metrics: mttr\n)metrics.*\n/, '$1'), RULES).broken).toBe(
      false,
    )
    if (!text.startsWith('metrics')) expect(readConfig(`${text}metrics: datadog\n`).config.metrics).toBe('datadog')
  })

  it('all of them at once, in the order of the file', () => {
    expect(wrongIn('folder: 3\nfoldr: x\nrules:\n  plceholder: off\nmetrics: x\n').map(([at]) => at)).toEqual([
      '3',
      'foldr',
      'plceholder',
      'x',
    ])
  })

  it('only what is wrong is left out of a list or a map', () => {
    const { config } = readConfig(
      'owners: [a, 3, b]\nsla: { P0: 1d, P1: x }\ntemplates: [a.md, ../b.md, { file: c.md, x: 1 }]\n',
    )
    expect(config.owners).toEqual(['a', 'b'])
    expect(config.sla).toEqual({ P0: 24 })
    expect(config.templates.map(({ file }) => file)).toEqual(['a.md', 'c.md'])
  })

  it.each([
    ['timezone: UTC\n', 'timeZone'],
    ['rules: { placeholders: off }\n', 'placeholder'],
    ['rules: { placeholder: warn }\n', 'warning'],
    ['metrics: datdog\n', 'datadog'],
    ['somebodyElses: 3\n', null],
    ['timeZone: Mars/Olympus\n', null],
  ])('%j is replaced by %j', (text, replacement) => {
    expect(readConfig(text, RULES).problems.map((problem) => problem.replacement)).toEqual([replacement])
  })

  it('rules are not looked at where it is not known which there are', () => {
    expect(readConfig('rules: { anything: off }\n')).toMatchObject({
      problems: [],
      config: { rules: { anything: 'off' } },
    })
  })
})

describe('what is no YAML', () => {
  it.each([
    ['a: [', 'This is indented wrongly, or something before it is not closed.'],
    ['folder: "docs\n', 'Something is missing here: a colon, a comma, a quote or a bracket.'],
    ['folder: @docs\n', 'Text that starts with this character must stand in quotes.'],
    ['rules:\n\tplaceholder: off\n', 'Indent with blanks: YAML takes no tabs.'],
    ['folder: a\n---\nfolder: b\n', 'There must be only one document in the file: "---" starts another.'],
  ])('%j applies not at all', (text, message) => {
    const { config, problems, broken } = readConfig(`metrics: rootly\n${text}`)
    expect(problems.map((problem) => problem.message)).toContain(message)
    expect(config).toEqual(DEFAULT_CONFIG)
    expect(broken).toBe(true)
  })

  it.each(['- a\n', 'just text', '3'])('%j maps nothing', (text) => {
    expect(wrongIn(text)).toEqual([[text.trimEnd(), 'The file must map keys to values.']])
  })
})

describe('hostile input', () => {
  const bomb = () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (let depth = 0; depth < 12; depth++) {
      const [above, name] = [97, 98].map((code) => String.fromCharCode(code + depth))
      rows.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${above}`).join(', ')}]`)
    }
    return `${rows.join('\n')}\ninclude: *m\n`
  }
  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => row(i)).join('')

  it.each([
    ['a bomb of aliases', bomb(), /is not looked up/],
    ['a file too long', rows(50_000, (i) => `k${i}: a\n`), /^The file is longer than 100000 characters\.$/],
    ['many unknown keys', rows(9000, (i) => `key${i}: a\n`), /^There is no key/],
    [
      'many unknown keys of an entry',
      `severities: [{ value: x, ${rows(150, (i) => `k${i}: a, `)} }]\n`,
      /^There is no key/,
    ],
    ['many long rules', `rules:\n${rows(900, (i) => `  ${'x'.repeat(90)}${i}: off\n`)}`, /^There is no rule/],
    ['brackets', '['.repeat(90_000), /^The file is nested too deeply\.$/],
    ['braces on many lines', '{a:\n'.repeat(20_000), /^The file is nested too deeply\.$/],
    ['lists in lists', `${'- '.repeat(49_000)}a`, /^The file is nested too deeply\.$/],
    ['lists of keys in lists', '- ? '.repeat(20_000), /^The file is nested too deeply\.$/],
    ['indentation', rows(400, (i) => `${' '.repeat(i)}a:\n`), /^The file is nested too deeply\.$/],
    ['an anchor in its own value', 'include: &a [*a]\n', /is not looked up/],
  ])('%s is a problem', (_what, text, message) => {
    const { problems, broken } = readConfig(text, RULES)
    expect(problems[0]?.message).toMatch(message)
    expect(problems.length).toBeLessThanOrEqual(100)
    if (!broken) expect(readConfig(`${text}\nmetrics: datadog\n`).config.metrics).toBe('datadog')
  })

  it('what is nested as far as it may be is read', () => {
    const deep = rows(60, (i) => `${' '.repeat(i)}a:\n${' '.repeat(i)}- ${'- '.repeat(190)}b\n`)
    expect(() => readConfig(`${deep}${'['.repeat(50)}`)).not.toThrow()
  })

  const token = fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '  ',
      '- ',
      ': ',
      ':',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '*a',
      '&a ',
      '!t ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '\t',
    ],
    ...Object.keys(CONFIG_SCHEMA.entries),
    ...[
      'file',
      'match',
      'value',
      'meaning',
      'off',
      'placeholder',
      'UTC',
      '3d',
      '../x',
      '\uFEFF',
      '---',
      '💥',
      '\uD800',
    ],
  )
  it('nothing throws, and every place lies in the text', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), fc.string(), (tokens, more) => {
        const text = tokens.join('') + more
        const read = readConfig(text, RULES)
        for (const { start, end, message } of read.problems) {
          expect(message).toMatch(/\S/)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        expect(Object.keys(read.config)).toEqual(Object.keys(DEFAULT_CONFIG))
      }),
      { numRuns: runs(2000) },
    )
  })
})

describe('several files', () => {
  it('the first one that says a key wins; of rules and sla each entry counts by itself', () => {
    const own = readConfig('owners: [a]\nsla: { P0: 1h }\nrules: { placeholder: off }\n').partial
    const base = readConfig(
      'owners: [b]\nfolder: x\nsla: { P0: 2h, P1: 3h }\nrules: { placeholder: error, timeline-order: hint }\n',
    ).partial
    expect(mergeConfigs([own, base])).toEqual({
      ...DEFAULT_CONFIG,
      owners: ['a'],
      folder: 'x',
      sla: { P0: 1, P1: 3 },
      rules: { placeholder: 'off', 'timeline-order': 'hint' },
    })
  })

  it('none: what holds without a file', () => expect(mergeConfigs([])).toEqual(DEFAULT_CONFIG))
})

it('the file has the name that users know', () => expect(CONFIG_FILE).toBe('.postmortem.yml'))
