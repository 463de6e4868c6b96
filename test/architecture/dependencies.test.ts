/** docs/dependencies.md lists what ships. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'
import { bundledPackages, shippedPackages } from './shipped-packages.ts'

const MOST = 45

const page = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8')
const besides = [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
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

describe('the packages that are bundled', () => {
  test('are all listed, with their licence and the bundles that they are in', async () => {
    const installed = new Set(shipped.map(({ name }) => name))
    const others = (await bundledPackages()).filter(({ name }) => !installed.has(name))
    expect(besides.map(([, name, licence, where]) => `${name} ${licence} ${where}`)).toEqual(
      others.map(({ name, licence, where }) => `${name} ${licence} ${where}`),
    )
  })
  test('each have a reason', () =>
    expect(besides.filter(([, , , , reason]) => (reason ?? '').trim().length < 10)).toEqual([]))
})
