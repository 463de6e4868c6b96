import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OUT, ROOT } from './paths.mjs'

/**
 * The notices of everything that is bundled: name, version, licence and its full text, by the metadata of the bundler.
 *
 * @returns {Promise<string>}
 * @throws {Error} When a package names no licence that allows this.
 */
export async function thirdPartyNotices() {
  const meta = join(OUT, 'meta')
  const folders = new Set()
  for (const name of await readdir(meta)) {
    const { inputs } = JSON.parse(await readFile(join(meta, name), 'utf8'))
    for (const input of Object.keys(inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
      if (folder) folders.add(folder)
    }
  }
  const sorted = [...folders].sort()
  const parts = await Promise.all(sorted.map(noticeOf))
  const head = 'The software below is bundled with this product; each comes under its own licence.'
  return [head, ...new Set(parts)].join(`\n\n${'-'.repeat(78)}\n\n`)
}

const ALLOWED = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/

/** @param {string} folder relative to the root */
async function noticeOf(folder) {
  const path = join(ROOT, folder)
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'))
  const { name, version } = manifest
  // Old packages have a list.
  const license = manifest.license ?? manifest.licenses?.[0]?.type
  if (!ALLOWED.test(license ?? '')) throw new Error(`${name}: the licence "${license}" is not one that may ship`)
  const file = (await readdir(path)).find((entry) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(entry))
  const text = file ? await readFile(join(path, file), 'utf8') : await standardText(license, manifest.author)
  return `${name} ${version} (${license})\n\n${text.trim()}`
}

/**
 * The text of a licence for a package without a licence file: the MIT text is that of this project.
 *
 * @param {string} license
 * @param {string | { name: string } | undefined} author
 */
async function standardText(license, author) {
  if (license !== 'MIT') throw new Error(`a package under ${license} carries no text of it`)
  const name = typeof author === 'string' ? author : (author?.name ?? 'its authors')
  const text = await readFile(join(ROOT, 'LICENSE'), 'utf8')
  return text.replace(/Copyright \(c\) .*/, `Copyright (c) ${name}`)
}
