/** What other programs read of `postmortem lint`: each format against its schema, or what its vendor has written down. */
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { Log } from 'sarif'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { Parser } from 'xml2js'
import { FORMAT_NAMES } from '../../../server/src/cli/lint/formats/formats.ts'
import { fixture } from '../../kit/fixtures.ts'
import { folderWith, LACKING, RIGHT, read, run, WRONG } from '../kit.ts'

/** Names and texts that mean something in XML, in a URI, in a workflow command, to a terminal. */
const AWKWARD = 'it\'s 100%, <a & "b">: #1.md'
const ODD = WRONG.replace('SEV9', 'SEV9 <&> %0A]]> \u0007 \uD800 ::error::')

async function lint(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const { out } = await run(folderWith(files), ['lint', ...args, '.'])
  return out
}

async function parsedXml(text: string) {
  return new Parser({ strict: true }).parseStringPromise(text)
}

const FILES = { 'a/wrong.md': WRONG, [AWKWARD]: ODD, 'lacking.md': LACKING, 'right.md': RIGHT }

describe('SARIF', () => {
  const validate = (() => {
    const ajv = new AjvDraft04.default({ strict: false, allErrors: true })
    addFormats.default(ajv as never)
    return ajv.compile(JSON.parse(fixture('sarif/sarif-schema-2.1.0.json')))
  })()

  const sarif = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<Log> =>
    JSON.parse(await lint(files, '--format', 'sarif', ...args))

  test.each([
    ['nothing', {}],
    ['no findings', { 'right.md': RIGHT }],
    ['findings', FILES],
    ['a configuration with mistakes', { '.postmortem.yml': 'rules: 1\n', 'a.md': RIGHT }],
  ])('with %s is valid', async (_, files) => {
    const log = await sarif(files, '--level', 'hint')
    validate(log)
    expect(validate.errors).toBe(null)
  })

  it('names the rule, the place and what it is about', async () => {
    const { runs } = await sarif({ 'a b/wrong.md': WRONG })
    expect(runs[0]?.results).toMatchObject([
      {
        ruleId: 'invalid-enum-value',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a%20b/wrong.md', uriBaseId: 'SRCROOT' },
              region: { startLine: 8, startColumn: 17, endLine: 8, endColumn: 21 },
            },
          },
        ],
      },
    ])
    const [rule] = runs[0]?.tool.driver.rules ?? []
    expect(rule).toMatchObject({ id: 'invalid-enum-value', properties: { tags: ['post-mortem', 'metadata'] } })
    expect(rule?.help?.markdown).toMatch(/^# /)
  })

  it('has the other places', async () => {
    const { runs } = await sarif({ 'a.md': RIGHT.replace('(75 min)', '(95 min)') })
    expect(runs[0]?.results?.[0]?.relatedLocations).toMatchObject([
      { id: 0, physicalLocation: { region: { startLine: 9 } }, message: { text: expect.stringMatching(/^Duration/) } },
    ])
  })

  it('has fixes that lead to what --fix writes', async () => {
    const folder = folderWith({ 'a.md': LACKING })
    const { runs }: Log = JSON.parse((await run(folder, ['lint', '--format', 'sarif', '--level', 'hint', '.'])).out)
    const fixes = runs[0]?.results?.flatMap((result) => result.fixes ?? []) ?? []
    const replacements = fixes.flatMap((fix) => fix.artifactChanges.flatMap((change) => change.replacements))
    const lines = LACKING.split(/(?<=\n)/)
    const at = (line: number, column: number) => lines.slice(0, line - 1).join('').length + column - 1
    const fixed = replacements.reduceRight((text, { deletedRegion: region, insertedContent }) => {
      const [start, end] = [
        at(region.startLine ?? 0, region.startColumn ?? 0),
        at(region.endLine ?? 0, region.endColumn ?? 0),
      ]
      return text.slice(0, start) + (insertedContent?.text ?? '') + text.slice(end)
    }, LACKING)
    await run(folder, ['lint', '--fix', '.'])
    expect(fixed).toBe(read(folder, 'a.md'))
    expect(fixed).not.toBe(LACKING)
  })

  it('knows a finding again where lines above it have come, and tells equal ones apart', async () => {
    const prints = async (text: string) => {
      const { runs } = await sarif({ 'a.md': text })
      return runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints?.['postmortem/v1'])
    }
    const before = await prints(WRONG)
    expect(await prints(WRONG.replace('\n- **Severity**', '\n- **Reporter**: Ana\n- **Severity**'))).toEqual(before)
    expect(await prints(WRONG.replace('SEV9', 'SEV8'))).not.toEqual(before)
    const twice = await prints(RIGHT.replaceAll('(75 min)', '(95 min)').replace(/^.*\(95 min\).*$/m, '$&\n$&'))
    expect(new Set(twice).size).toBe(twice?.length)
  })
})

describe('GitLab', () => {
  // https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  const REPORT = v.array(
    v.strictObject({
      description: v.pipe(v.string(), v.nonEmpty()),
      check_name: v.string(),
      fingerprint: v.pipe(v.string(), v.nonEmpty()),
      severity: v.picklist(['info', 'minor', 'major', 'critical', 'blocker']),
      location: v.strictObject({
        path: v.pipe(v.string(), v.regex(/^(?!\.\/)/)),
        lines: v.strictObject({ begin: v.pipe(v.number(), v.minValue(1)), end: v.number() }),
      }),
    }),
  )

  it('has each finding once', async () => {
    const report = v.parse(REPORT, JSON.parse(await lint(FILES, '--format', 'gitlab')))
    expect(report).toContainEqual(
      expect.objectContaining({
        check_name: 'invalid-enum-value',
        severity: 'critical',
        location: { path: 'a/wrong.md', lines: { begin: 8, end: 8 } },
      }),
    )
    expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(report.length)
    expect(JSON.parse(await lint({ 'a.md': RIGHT }, '--format', 'gitlab'))).toEqual([])
  })
})

describe('JUnit', () => {
  it('has a suite for each file, a failure for each finding that fails, and a test that passes for the others', async () => {
    const { testsuites } = await parsedXml(await lint(FILES, '--format', 'junit', '--fail-on', 'error'))
    expect(testsuites.$).toMatchObject({ name: 'postmortem lint', failures: '2', errors: '0' })
    const suites = new Map(testsuites.testsuite.map((suite: { $: { name: string } }) => [suite.$.name, suite]))
    expect([...suites.keys()].sort()).toEqual(Object.keys(FILES).sort())
    expect(suites.get('a/wrong.md')).toMatchObject({
      $: { tests: '1', failures: '1' },
      testcase: [
        {
          $: { name: 'invalid-enum-value (line 8)', classname: 'a/wrong.md', file: 'a/wrong.md', line: '8' },
          failure: [{ _: expect.stringContaining('8 | - **Severity**: SEV9'), $: { type: 'error' } }],
        },
      ],
    })
    expect(suites.get('right.md')).toMatchObject({ $: { tests: '1', failures: '0' }, testcase: [{ $: {} }] })
    const tests = testsuites.testsuite.flatMap((suite: { testcase: unknown[] }) => suite.testcase)
    expect(testsuites.$.tests).toBe(String(tests.length))
  })
})

describe('Checkstyle', () => {
  it('has the files with findings', async () => {
    const { checkstyle } = await parsedXml(await lint(FILES, '--format', 'checkstyle'))
    expect(checkstyle.$).toEqual({ version: '4.3' })
    const files = new Map(
      checkstyle.file.map((file: { $: { name: string }; error: unknown }) => [file.$.name, file.error]),
    )
    expect(files.get('a/wrong.md')).toMatchObject([
      { $: { line: '8', column: '17', severity: 'error', source: 'postmortem.invalid-enum-value' } },
    ])
    expect(files.has(AWKWARD)).toBe(true)
    expect(files.has('right.md')).toBe(false)
    expect(await parsedXml(await lint({}, '--format', 'checkstyle'))).toEqual({ checkstyle: { $: { version: '4.3' } } })
  })
})

describe('GitHub', () => {
  it('folds the text of each file, in which nothing is a command, and annotates', async () => {
    const out = await lint({ 'a/wrong.md': ODD, 'right.md': RIGHT }, '--format', 'github')
    const lines = out.trimEnd().split('\n')
    const [group, stop, ...rest] = lines
    expect(group).toBe('::group::a/wrong.md')
    const word = stop?.replace('::stop-commands::', '')
    expect(word).toMatch(/^end-\w{22}$/)
    expect(rest.slice(0, rest.indexOf(`::${word}::`)).join('\n')).toContain('::error::')
    expect(lines.at(-1)).toMatch(
      /^::error file=a\/wrong\.md,line=8,col=17,endColumn=\d+,endLine=8,title=invalid-enum-value::"SEV9 <&> %250A/,
    )
    expect(lines.filter((line) => line === '::endgroup::')).toHaveLength(1)
  })

  it('escapes what would end a property', async () => {
    const out = await lint({ 'a, b: 100%.md': WRONG }, '--format', 'github')
    expect(out).toContain('::error file=a%2C b%3A 100%25.md,line=8,')
  })

  it('annotates no more than is shown, and says how many are left', async () => {
    const files = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`${index}.md`, WRONG]))
    const out = await lint(files, '--format', 'github')
    expect(out.match(/^::error /gm)).toHaveLength(10)
    expect(out).toMatch(/\n4 findings more in the log above: GitHub shows 10 of a kind\.\n$/)
  })
})

test.each(FORMAT_NAMES)('%s is the same in a file, and holds nothing that steers a terminal', async (format) => {
  const folder = folderWith(FILES)
  const { out } = await run(folder, ['lint', '--format', format, '.'])
  const { out: text, code } = await run(folder, ['lint', '--output-file', `${format}=report.out`, '.'])
  expect(read(folder, 'report.out')).toBe(out)
  expect(code).toBe(1)
  expect(text).toMatch(/post-mortems\.\n|shows them\.\n/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  expect(out).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F]/)
})

test('several files are written at once, and one that cannot be is an error', async () => {
  const folder = folderWith({ 'a.md': WRONG })
  const given = [
    '--output-file',
    'sarif=a.sarif',
    '--output-file',
    'junit=none/a.xml',
    '--output-file',
    'gitlab=b.json',
  ]
  const { code, err } = await run(folder, ['lint', ...given, '.'])
  expect(err).toMatch(/^none\/a\.xml: cannot be written: /)
  expect(code).toBe(2)
  expect(JSON.parse(read(folder, 'a.sarif'))).toMatchObject({ version: '2.1.0' })
  expect(JSON.parse(read(folder, 'b.json'))).toHaveLength(1)
})
