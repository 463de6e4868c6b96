/** The numbers of docs/security.md are those of the constants. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'

const page = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8')
const limits = [...page.matchAll(/^\| ([^|]+) \| (\d+)[^|]* \| `(\w+)` in `([^`]+)` \|$/gm)]

test('the table has limits', () => expect(limits.length).toBeGreaterThan(10))

test.each(
  limits.map(([, what = '', number = '', name = '', file = '']) => [what, Number(number), name, file] as const),
)('%s: %d', (_, number, name, file) => {
  const source = readFileSync(join(ROOT, 'server', 'src', file), 'utf8')
  const written = new RegExp(`const ${name} = ([\\d_ *]+)\\n`).exec(source)?.[1] ?? ''
  const value = written.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1)
  expect(value).toBe(number)
})
