/** `.postmortem.yml`: what is wrong is said at its place, and the rest applies. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG } from '../../server/src/config/config.ts'
import { readConfig } from '../../server/src/config/read-config.ts'

describe('readConfig', () => {
  it.each([
    ['', {}],
    ['# nothing yet\n', {}],
    ['folder: docs/post-mortems/\n', { folder: 'docs/post-mortems' }],
    ["fileName: '{id}.md'\n", { fileName: '{id}.md' }],
    ['timeZone: Europe/Oslo\r\ndateOrder: dmy\r\n', { timeZone: 'Europe/Oslo', dateOrder: 'dmy' }],
    ["include: 'a/**'\nexclude: ['b/**', 'c.md']\n", { include: ['a/**'], exclude: ['b/**', 'c.md'] }],
    ['metrics: rootly\n', { metrics: 'rootly' }],
    ['templates: [a.md]\n', { templates: [{ file: 'a.md', match: [] }] }],
    ["templates:\n  - { file: t/a.md, match: ['x/**'] }\n", { templates: [{ file: 't/a.md', match: ['x/**'] }] }],
    ['somebodyElses: 3\n', {}],
  ])('%j', (text, expected) => {
    expect(readConfig(text)).toEqual({ config: { ...DEFAULT_CONFIG, ...expected }, problems: [] })
  })

  it.each([
    ['folder: ../elsewhere\n', '../elsewhere', /"folder" must be a folder below this file/],
    ['folder: C:\\\\temp\n', 'C:\\\\temp', /"folder" must be/],
    ['fileName: a/b.md\n', 'a/b.md', /"fileName" must be a file name that ends in \.md/],
    ['timeZone: Mars/Olympus\n', 'Mars/Olympus', /"timeZone" must be a time zone/],
    ['timeZone: [UTC]\n', '[UTC]', /"timeZone" must be/],
    ['dateOrder: ymd\n', 'ymd', /'dmy' or 'mdy'/],
    ['metrics: mttr\n', 'mttr', /"metrics" must be 'default', 'rootly' or 'datadog'/],
    ['templates: 3\n', '3', /"templates" must be a list/],
    ['templates: [../a.md]\n', '[../a.md]', /"templates" must be a list of files below this one/],
    ['include: 3\n', '3', /"include" must be a glob/],
  ])('%j is wrong at %j', (text, at, message) => {
    const { config, problems } = readConfig(
      `${text}dateOrder: mdy\n`.replace(/(dateOrder: ymd\n)dateOrder: mdy\n/, '$1'),
    )
    expect(problems).toHaveLength(1)
    const [problem] = problems
    expect(text.slice(problem?.start, problem?.end)).toBe(at)
    expect(problem?.message).toMatch(message)
    expect({ ...config, dateOrder: null }).toEqual(DEFAULT_CONFIG)
  })

  it.each([
    ['a: [', 1],
    ['- a\n', 1],
    ['just text', 1],
  ])('%j is a problem, not an exception', (text, least) => {
    expect(readConfig(text).problems.length).toBeGreaterThanOrEqual(least)
    expect(readConfig(text).config).toEqual(DEFAULT_CONFIG)
  })

  it('refuses a bomb of aliases at once', () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (let depth = 0; depth < 12; depth++) {
      const above = String.fromCharCode(97 + depth)
      const name = String.fromCharCode(98 + depth)
      rows.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${above}`).join(', ')}]`)
    }
    const start = performance.now()
    readConfig(`${rows.join('\n')}\ninclude: *m\n`)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
