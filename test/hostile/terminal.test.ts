/** Nothing that documents, configurations, names and arguments say steers the terminal of whoever reads the output. */
import { expect, test } from 'vitest'
import { folderWith, RIGHT, run, spawned } from '../cli/kit.ts'
import { sampled } from '../kit/sampling.ts'

/** What must not reach a terminal as it is. */
const ATTACKS: readonly (readonly [name: string, text: string, shown: string])[] = [
  ['ESC', '\u001B[2J', '\\x1b[2J'],
  ['a title of the window', '\u001B]0x\u0007', '\\x1b]0x\\x07'],
  ['C1', '\u009B31m', '\\x9b31m'],
  ['BEL', '\u0007', '\\x07'],
  ['DEL', '\u007F', '\\x7f'],
  ['backspaces', 'a\b\bb', 'a\\x08\\x08b'],
  ['bidi', '\u202Eabc\u2066', '\\u202eabc\\u2066'],
  ['a mark of direction', '\u061C\u200F', '\\u061c\\u200f'],
  ['an end of a line', '\u2028', '\\u2028'],
]

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const STEERS = /[\0-\x09\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/

/** Each text that is not ours at each place that shows it: files, and the arguments with which it is shown. */
const PLACES: readonly (readonly [
  name: string,
  workspace: (text: string) => { files: Record<string, string>; args: string[] },
])[] = [
  ['a value', (text) => ({ files: { 'a.md': RIGHT.replace('SEV3', `SEV${text}9`) }, args: ['lint', '.'] })],
  [
    'a value as JSON',
    (text) => ({ files: { 'a.md': RIGHT.replace('SEV3', `SEV${text}9`) }, args: ['lint', '--format', 'json', '.'] }),
  ],
  ['a title', (text) => ({ files: { 'a.md': RIGHT.replace(/^# .*$/m, `$& ${text}x`) }, args: ['inspect', 'a.md'] })],
  [
    'a title as JSON',
    (text) => ({
      files: { 'a.md': RIGHT.replace(/^# .*$/m, `$& ${text}x`) },
      args: ['inspect', '--format', 'json', 'a.md'],
    }),
  ],
  [
    'a heading of a template',
    (text) => ({ files: { 't.md': `# Post-Mortem\n\n## Sum${text}mary\n` }, args: ['template', 'check', 't.md'] }),
  ],
  [
    'a mistake of a template',
    (text) => ({
      files: { 't.md': `---\npostmortem-template:\n  ke${text}y: 1\n---\n# Post-Mortem\n` },
      args: ['template', 'check', 't.md'],
    }),
  ],
  [
    'a key of the configuration',
    (text) => ({ files: { '.postmortem.yml': `"ke${text}y": 1\n`, 'a.md': RIGHT }, args: ['lint', '.'] }),
  ],
  [
    'a path in the configuration',
    (text) => ({
      files: { '.postmortem.yml': `extends: "x${JSON.stringify(text).slice(1, -1)}.yml"\n`, 'a.md': RIGHT },
      args: ['inspect', 'a.md'],
    }),
  ],
  [
    'the name of a file that is linted',
    (text) => ({ files: { [`n${text}.md`]: RIGHT.replace('SEV3', 'SEV9') }, args: ['lint', '.'] }),
  ],
  [
    'the name of a file that is inspected',
    (text) => ({ files: { [`n${text}.md`]: RIGHT }, args: ['inspect', `n${text}.md`] }),
  ],
  [
    'the name of a file that is explained',
    (text) => ({ files: { [`n${text}.md`]: RIGHT }, args: ['inspect', '--explain', `n${text}.md`] }),
  ],
  ['the name of a file that is not there', (text) => ({ files: {}, args: ['lint', `n${text}.md`] })],
  ['the name of a template that is not there', (text) => ({ files: {}, args: ['template', 'check', `n${text}.md`] })],
  [
    'the name of a baseline',
    (text) => ({ files: { 'a.md': RIGHT }, args: ['lint', '--baseline', `n${text}.json`, '.'] }),
  ],
  [
    'the name of a configuration',
    (text) => ({ files: { 'a.md': RIGHT }, args: ['lint', '--config', `n${text}.yml`, '.'] }),
  ],
  ['the name of a command', (text) => ({ files: {}, args: [`lin${text}t`] })],
  ['the name of an option', (text) => ({ files: {}, args: ['lint', `--fi${text}x`, '.'] })],
  ['the value of an option', (text) => ({ files: {}, args: ['lint', '--format', `js${text}on`, '.'] })],
  ['the name of a rule', (text) => ({ files: {}, args: ['rules', `no${text}rule`] })],
]

const ALL = PLACES.flatMap(([place, workspace]) => ATTACKS.map((attack) => [place, ...attack, workspace] as const))

test.each(sampled(ALL, 4))('%s with %s is shown escaped', async (place, _, text, shown, workspace) => {
  const { files, args } = workspace(text)
  const { out, err } = await run(folderWith(files), args)
  expect(out + err).not.toMatch(STEERS)
  // A blank of any kind is one in a message.
  if (place.endsWith('JSON'))
    expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(text.trim()).slice(1, -1))
  else if (!/title|key|heading|mistake|path in/.test(place)) expect(out + err).toContain(shown)
})

test('a break of lines in a name begins no line', async () => {
  const name = 'a\nb.md:1:1  error  forged.md'
  const { out, err } = await run(folderWith({ [name]: RIGHT.replace('SEV3', 'SEV9') }), ['lint', '.'])
  expect(out + err).toContain('a\\nb.md:1:1  error  forged.md:')
  expect(out + err).not.toMatch(/^b\.md/m)
})

test('the installed command writes the same', () => {
  const folder = folderWith({ 'n\u001B[2J.md': RIGHT.replace('SEV3', 'SEV\u009B9') })
  const { stdout, stderr } = spawned(folder, ['lint', '.', 'gone\u0007.md'], { env: { FORCE_COLOR: '1' } })
  expect(stdout).toContain('\u001B[1mn\\x1b[2J.md:8:')
  expect(stdout).toContain('SEV\\x9b9')
  expect(stderr).toBe('gone\\x07.md: cannot be read: there is no such file or folder\n')
})
