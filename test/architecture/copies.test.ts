/** No text of code stands in two places. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'

/** So many lines that are the same are a copy. */
const MIN_LINES = 6
const FOLDERS = ['server/src', 'client/src', 'bench', 'scripts', 'test']
const IMPORT = /^import\s(?:[^'"]*\sfrom\s)?'[^']*'$/gm
/** What files must say alike, or what was made by a machine. */
const EXCUSED = /\.generated\.|^server\/src\/lexicon\/[a-z]{2}\.ts$|^test\/fixtures\//

/** The lines that say something: no imports, comments or brackets alone. */
function linesOf(text: string): string[] {
  const lines = text.replace(IMPORT, '').split('\n')
  return lines.map((line) => line.trim()).filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^(?:\/?\*|\/\/)/.test(line))
}

it('no two files share six lines', () => {
  const seen = new Map<string, Set<string>>()
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name)
      if (!/\.m?ts$|\.mjs$/.test(name) || path.includes('node_modules') || EXCUSED.test(path)) continue
      const lines = linesOf(readFileSync(join(ROOT, path), 'utf8'))
      for (let at = 0; at + MIN_LINES <= lines.length; at++) {
        const piece = lines.slice(at, at + MIN_LINES).join('\n')
        seen.set(piece, (seen.get(piece) ?? new Set()).add(path))
      }
    }
  }
  const copies = [...seen].filter(([, paths]) => paths.size > 1)
  expect(copies.map(([piece, paths]) => `${[...paths].join(', ')}: ${piece.split('\n')[0]}`)).toEqual([])
})
