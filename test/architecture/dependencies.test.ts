/** docs/dependencies.md lists what ships. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'
import { shippedPackages } from './shipped-packages.ts'

const MOST = 45

const page = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8')
const rows = [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)]
const shipped = shippedPackages()

describe('the packages that ship', () => {
  test('are listed, each with its licence', () =>
    expect(rows.map(([, name, licence]) => `${name} ${licence}`)).toEqual(
      shipped.map(({ name, licence }) => `${name} ${licence}`),
    ))
  test('each have a reason', () =>
    expect(rows.filter(([, , , reason]) => (reason ?? '').trim().length < 10)).toEqual([]))
  test('are few, besides those that are types only', () =>
    expect(shipped.filter(({ name }) => !name.startsWith('@types/')).length).toBeLessThanOrEqual(MOST))
  test('run nothing when they are installed', () =>
    expect(shipped.filter(({ installScripts }) => installScripts.length > 0)).toEqual([]))
})
