/** docs/command-line.md names what there is. */

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../server/src/cli/arguments.ts'
import { LINT_FORMAT } from '../../server/src/cli/lint/lint-format.ts'
import { ACTION_COLUMNS, INCIDENT_COLUMNS } from '../../server/src/cli/overview/overview-format.ts'
import { ROOT } from '../kit/fixtures.ts'
import { folderWith, RIGHT, read, run } from './kit.ts'

const page = read(ROOT, 'docs/command-line.md')

describe('docs/command-line.md', () => {
  it('has a line for every command and every option of those with many, and for no other', () => {
    // A command may have a line for one of its options, and an option more than one.
    const rows = (pattern: RegExp) => [...new Set(Array.from(page.matchAll(pattern), ([, name]) => name))].sort()
    expect(rows(/^\| `postmortem (\w+) /gm)).toEqual(Object.keys(COMMANDS).sort())
    const options = ['lint', 'actions', 'incidents'].flatMap((command) => COMMANDS[command] ?? [])
    expect(rows(/^\| `--([\w-]+)/gm)).toEqual([...new Set(options)].sort())
  })

  it('describes every key of a finding', () => {
    const keys = Object.keys(LINT_FORMAT.item.entries)
    expect(keys.filter((key) => !new RegExp(`^\\|.*\`${key}\`.*\\| `, 'm').test(page))).toEqual([])
  })

  it.each([
    ['actions', ACTION_COLUMNS],
    ['incidents', INCIDENT_COLUMNS],
  ])('describes every key of the JSON of %s', (command, keys) => {
    const from = page.indexOf(`## The JSON of \`${command}\``)
    const table = page.slice(from, page.indexOf('\n## ', from + 1))
    expect(keys.filter((key) => !table.includes(`\`${key}\``))).toEqual([])
  })

  it('describes every key of a rule', async () => {
    const [first] = JSON.parse((await run(ROOT, ['rules', '--format', 'json'])).out)
    const table = page.slice(page.indexOf('## The JSON of `rules`'))
    expect(Object.keys(first).filter((key) => !table.includes(`\`${key}\``))).toEqual([])
  })

  it('shows what is really printed', async () => {
    const path = 'docs/postmortems/2026-05-19-checkout.md'
    const folder = folderWith({ [path]: RIGHT.replace('09:05 to 10:20 (75 min)', '16:05 to 17:40 (75 min)') })
    const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const [shown] = v.parse(v.array(v.strictObject(LINT_FORMAT.item.entries)), JSON.parse(example))
    const { out } = await run(folder, ['lint', path, '--format', 'json'])
    expect(JSON.parse(out)).toContainEqual(shown)
    const text = /```text\n([\s\S]*?)\n\n1 warning/.exec(page)?.[1] ?? 'none'
    expect((await run(folder, ['lint', path])).out).toContain(text)
  })
})
