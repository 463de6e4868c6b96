/** Texts that are kept as files. */
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderStore } from '../../server/src/node/store.ts'
import type { Store } from '../../server/src/ports.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

let root: string
const messages: string[] = []
const note = (message: string) => void messages.push(message)
const logger = { info: note, warn: note, error: note }

/** A store in a folder below the one of this suite. */
function storeIn(name: string, version = '1'): Store {
  const store = folderStore(pathToFileURL(join(root, name)).href, version, logger)
  if (!store) throw new Error('There is no store.')
  return store
}
const DAY = 24 * 3600 * 1000
/** Makes a file look as if it was last used days ago. */
async function age(path: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * DAY)
  await utimes(path, then, then)
}

beforeAll(() => {
  root = temporaryFolder()
})

describe('a store', () => {
  test('gives back what was kept under a name, to the same version', async () => {
    const store = storeIn('a')
    expect(await store.load('file:///w')).toBeNull()
    await store.save('file:///w', 'one')
    await store.save('file:///v', 'two')
    await store.save('file:///w', 'three')
    expect([await storeIn('a').load('file:///w'), await store.load('file:///v')]).toEqual(['three', 'two'])
    expect(await storeIn('a', '2').load('file:///w')).toBeNull()
    expect(await readdir(join(root, 'a'))).toHaveLength(2)
  })
  test.each([
    ['cut off', (text: string) => text.slice(0, -1)],
    ['changed', (text: string) => text.replace('two', 'six')],
    ['longer', (text: string) => `${text}\n`],
    ['of something else', () => '{"version":3}'],
    ['empty', () => ''],
  ])('gives nothing back of a file that is %s', async (name, spoil) => {
    const store = storeIn(name)
    await store.save('file:///w', 'one\ntwo\nthree')
    const [file = ''] = await readdir(join(root, name))
    const path = join(root, name, file)
    await writeFile(path, spoil(await readFile(path, 'utf8')))
    expect(await store.load('file:///w')).toBeNull()
  })
  test('is none without a folder of this machine', () => {
    expect(folderStore(null, '1', logger)).toBeNull()
    expect(folderStore('vscode-userdata:/x', '1', logger)).toBeNull()
    expect(folderStore('no URI', '1', logger)).toBeNull()
  })
  test('forgets what nobody has asked for, and leaves files of others alone', async () => {
    const folder = join(root, 'b')
    const store = storeIn('b')
    await store.save('old', 'x')
    await store.save('used', 'x')
    for (const name of await readdir(folder)) await age(join(folder, name), 100)
    expect(await store.load('used')).toBe('x')
    await writeFile(join(folder, 'notes.jsonl'), 'x')
    await age(join(folder, 'notes.jsonl'), 100)
    await store.save('new', 'x')
    expect([await store.load('old'), await store.load('used'), await store.load('new')]).toEqual([null, 'x', 'x'])
    expect(await readdir(folder)).toContain('notes.jsonl')
  })
  test('keeps no more than the last texts', async () => {
    const store = storeIn('c')
    for (let number = 0; number < 25; number++) {
      await store.save(`${number}`, 'x')
      for (const name of await readdir(join(root, 'c'))) await age(join(root, 'c', name), number === 24 ? 0 : 1)
    }
    expect(await readdir(join(root, 'c'))).toHaveLength(20)
    expect(await store.load('24')).toBe('x')
  })
  test('goes on where nothing can be written', async () => {
    await mkdir(join(root, 'd'))
    await writeFile(join(root, 'd', 'file'), '')
    const store = storeIn('d/file/below')
    await store.save('name', 'x')
    expect(await store.load('name')).toBeNull()
    expect(messages).toEqual([expect.stringMatching(/^Nothing is kept for the next session: /)])
  })
})
