import { expect, it } from 'vitest'
import { type DirectoryEntry, walk } from '../../client/src/walk.ts'

const FILES = [
  'a.md',
  'b.txt',
  'docs/c.md',
  'docs/deep/d.markdown',
  'docs/deep/e.MD.bak',
  'node_modules/x/f.md',
  '.git/g.md',
  'docs/.cache/h.md',
  '.i.md',
]

/** Lists the folders of {@link FILES}; remembers which were requested. */
function tree() {
  const listed: string[] = []
  const list = async (folder: string): Promise<DirectoryEntry<string>[]> => {
    listed.push(folder)
    const below = FILES.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length))
    const names = [...new Set(below.map((file) => file.replace(/(?<=\/).*/, '')))]
    return names.map((name) => ({ name: name.replace('/', ''), uri: folder + name, isFolder: name.endsWith('/') }))
  }
  return { list, listed }
}

const bounds = { extensions: ['.md', '.markdown'], limit: 100, token: { isCancellationRequested: false } }

it('finds files by their ending, nearest first', async () => {
  expect(await walk('', bounds, tree().list)).toEqual(['a.md', '.i.md', 'docs/c.md', 'docs/deep/d.markdown'])
})

it('does not look into node_modules and hidden folders', async () => {
  const { list, listed } = tree()
  await walk('', bounds, list)
  expect(listed).toEqual(['', 'docs/', 'docs/deep/'])
})

it('stops at the limit', async () => {
  const { list, listed } = tree()
  expect(await walk('', { ...bounds, limit: 2 }, list)).toEqual(['a.md', '.i.md'])
  expect(listed).toEqual([''])
  expect(await walk('', { ...bounds, limit: 1 }, list)).toEqual(['a.md'])
})

it('stops when it is no longer wanted', async () => {
  const token = { isCancellationRequested: false }
  const { list } = tree()
  const found = await walk('', { ...bounds, token }, async (folder) => {
    token.isCancellationRequested = true
    return list(folder)
  })
  expect(found).toEqual(['a.md', '.i.md'])
})

it('takes a folder that cannot be listed as empty', async () => {
  const { list } = tree()
  const found = await walk('', bounds, (folder) =>
    folder === 'docs/deep/' ? Promise.reject(new Error('no permission')) : list(folder),
  )
  expect(found).toEqual(['a.md', '.i.md', 'docs/c.md'])
})

it('ends in a tree without an end', async () => {
  let listed = 0
  const endless = async (folder: string): Promise<DirectoryEntry<string>[]> => {
    listed++
    return [{ name: 'again', uri: `${folder}/again`, isFolder: true }]
  }
  expect(await walk('', bounds, endless)).toEqual([])
  expect(listed).toBe(2000)
})
