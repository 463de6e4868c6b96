/** No exported name has two meanings. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'

/** Exported by both entries of the extension: the same for another platform. */
const BY_PLATFORM = ['activate', 'createClient']

const EXPORT =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm

it('no name is exported by two files', () => {
  const files = new Map<string, Set<string>>()
  for (const folder of ['server/src', 'client/src']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue
      const text = readFileSync(join(ROOT, folder, name), 'utf8')
      for (const [, exported = ''] of text.matchAll(EXPORT)) {
        files.set(exported, (files.get(exported) ?? new Set()).add(`${folder}/${name}`))
      }
    }
  }
  const twice = [...files].filter(([name, { size }]) => size > 1 && !BY_PLATFORM.includes(name))
  expect(Object.fromEntries(twice.map(([name, paths]) => [name, [...paths]]))).toEqual({})
})
