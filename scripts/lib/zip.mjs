import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'

// Signatures and offsets: the ZIP specification (APPNOTE.TXT 6.3), sections 4.3.7, 4.3.12 and 4.3.16.
const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const DEFLATED = 8

/**
 * The files of an archive such as a .vsix. Supports archives of our own packer: one disk, stored or deflated, under 4
 * GB.
 *
 * @param {Buffer} zip
 * @returns {Map<string, Buffer>} By path; folders are left out.
 * @throws {Error} When it is no such archive.
 */
export function readZip(zip) {
  let end = zip.length - END_SIZE
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('not a ZIP archive')
  const files = new Map()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('the directory of the ZIP archive is broken')
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const name = zip.toString('utf8', at + 46, at + 46 + nameSize)
    if (!name.endsWith('/')) files.set(name, contentAt(zip, at))
    at += 46 + nameSize + extraSize + commentSize
  }
  return files
}

/**
 * Unpacks the extension of a .vsix.
 *
 * @param {Buffer} vsix
 * @param {string} folder Created; holds the manifest afterwards.
 * @returns {Promise<void>}
 */
export async function unpackExtension(vsix, folder) {
  const prefix = 'extension/'
  for (const [name, content] of readZip(vsix)) {
    if (!name.startsWith(prefix) || name.includes('..')) continue
    const path = join(folder, name.slice(prefix.length))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}

/**
 * @param {Buffer} zip
 * @param {number} entry offset of the entry in the directory
 */
function contentAt(zip, entry) {
  const method = zip.readUInt16LE(entry + 10)
  const size = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const content = zip.subarray(start, start + size)
  return method === DEFLATED ? inflateRawSync(content) : content
}
