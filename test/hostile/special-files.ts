/** Files that are no plain files, at each place where the product reads one. Made on disk, in a workspace each. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { atEndOfFile } from '../kit/cleanup.ts'
import { fixture } from '../kit/fixtures.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

/** A post-mortem in which nothing is found. */
export const RIGHT = fixture('filled/minimal.md')

/** A kind of file. */
export interface Kind {
  readonly name: string
  /** Why it is not read; where a link leads does not matter. */
  readonly reason: RegExp
  /** @param content what a plain file would hold there */
  make(path: string, content: string): void | Promise<void>
}

/** A link to a device leads out of the workspace, too. */
const DEVICE = /not a regular file: it is a device|a link that leads out/

/** All kinds. Devices are reached by links, as a repository that somebody clones can have them. */
export const KINDS: readonly Kind[] = [
  { name: 'FIFO', reason: /not a regular file: it is a FIFO/, make: (path) => void execFileSync('mkfifo', [path]) },
  {
    name: 'link to a FIFO',
    reason: /not a regular file: it is a FIFO/,
    make(path) {
      execFileSync('mkfifo', [`${path}.fifo`])
      symlinkSync(`${path}.fifo`, path)
    },
  },
  { name: 'endless device', reason: DEVICE, make: (path) => symlinkSync('/dev/zero', path) },
  { name: 'random device', reason: DEVICE, make: (path) => symlinkSync('/dev/random', path) },
  { name: 'terminal', reason: DEVICE, make: (path) => symlinkSync('/dev/tty', path) },
  { name: 'socket', reason: /not a regular file: it is a socket/, make: listen },
  { name: 'folder', reason: /not a regular file: it is a folder/, make: (path) => void mkdirSync(path) },
  {
    name: 'link in a circle',
    reason: /its links lead in a circle/,
    make(path) {
      symlinkSync(`${path}.back`, path)
      symlinkSync(path, `${path}.back`)
    },
  },
  { name: 'link to itself', reason: /its links lead in a circle/, make: (path) => symlinkSync(path, path) },
  {
    name: 'link to nothing',
    reason: /its link leads nowhere|there is no such file/,
    make: (path) => symlinkSync('gone', path),
  },
  {
    name: 'link out of the workspace',
    reason: /a link that leads out/,
    make(path, content) {
      const outside = temporaryFolder('postmortem-outside-')
      writeFileSync(join(outside, 'secret'), content)
      symlinkSync(join(outside, 'secret'), path)
    },
  },
  {
    name: 'file over the limit',
    reason: /over 8388608 bytes/,
    make(path, content) {
      writeFileSync(path, content)
      truncateSync(path, 8 * 1024 * 1024 + 1)
    },
  },
  {
    name: 'file that is not UTF-8',
    reason: /not UTF-8/,
    make: (path, content) =>
      writeFileSync(path, Buffer.concat([Buffer.from(content), Buffer.from('\n# \xE9\n', 'latin1')])),
  },
  {
    name: 'file without permission',
    reason: /no permission/,
    make(path, content) {
      writeFileSync(path, content)
      chmodSync(path, 0)
    },
  },
]

/** A place where a file is read. */
export interface Place {
  readonly name: string
  /** Of the file, below the workspace. */
  readonly path: string
  /** What a plain file would hold there. */
  readonly content: string
  /** Other files. */
  readonly files?: Readonly<Record<string, string>>
  /** Arguments of the command line with which it is read; absent where only an editor reads it. */
  readonly args?: readonly string[]
  /** What a run says; `null`: nothing is wrong. The default: the reason, and exit code 2. */
  readonly expected?: Readonly<Record<string, RunExpectation | null>>
  /** The document in which an editor finds the reason. */
  readonly shownIn?: string
}

/** What a run ends with, and says. */
export interface RunExpectation {
  readonly code: number
  readonly says?: RegExp
}

const NOTHING = null
/** Git itself takes its files as bytes, and one that is not there for none. */
const IGNORE = { 'link to nothing': NOTHING, 'file that is not UTF-8': NOTHING, 'file over the limit': { code: 2 } }
const CACHE = { code: 0, says: /the cache is not written: / }
const EVERY_KIND = (expectation: RunExpectation | null) =>
  Object.fromEntries(KINDS.map(({ name }) => [name, expectation]))

/** All places. */
export const PLACES: readonly Place[] = [
  { name: 'configuration', path: '.postmortem.yml', content: 'timeZone: UTC\n', args: ['lint', '.'], shownIn: 'a.md' },
  {
    name: 'configuration for inspect',
    path: '.postmortem.yml',
    content: 'timeZone: UTC\n',
    args: ['inspect', 'a.md'],
  },
  {
    name: 'extended configuration',
    path: 'in.yml',
    content: 'timeZone: UTC\n',
    files: { '.postmortem.yml': 'extends: in.yml\n' },
    args: ['lint', '.'],
    expected: { 'link to nothing': { code: 2 } },
    shownIn: '.postmortem.yml',
  },
  {
    name: 'template',
    path: 'our.md',
    content: '# Post-Mortem: [title]\n',
    files: { '.postmortem.yml': 'templates: [our.md]\nexclude: [our.md]\n' },
    args: ['lint', 'a.md'],
    shownIn: '.postmortem.yml',
  },
  { name: 'CODEOWNERS', path: 'CODEOWNERS', content: '* @ana\n', shownIn: 'a.md' },
  { name: 'CODEOWNERS of a forge', path: '.github/CODEOWNERS', content: '* @ana\n', shownIn: 'a.md' },
  { name: '.gitignore', path: '.gitignore', content: 'x\n', args: ['lint', '.'], expected: IGNORE },
  {
    name: '.git/info/exclude',
    path: '.git/info/exclude',
    content: 'x\n',
    args: ['lint', '.'],
    // The folder of Git may be anywhere.
    expected: { ...IGNORE, 'link out of the workspace': NOTHING },
  },
  {
    name: 'named file',
    path: 't.md',
    content: RIGHT,
    args: ['lint', 't.md'],
    // What somebody names is his choice, and a folder is searched.
    expected: { 'link out of the workspace': NOTHING, folder: NOTHING },
  },
  {
    name: 'inspected file',
    path: 't.md',
    content: RIGHT,
    args: ['inspect', 't.md'],
    expected: { 'link out of the workspace': NOTHING },
  },
  {
    name: 'checked template',
    path: 't.md',
    content: RIGHT,
    args: ['template', 'check', 't.md'],
    expected: { 'link out of the workspace': NOTHING },
  },
  {
    name: 'chosen configuration',
    path: 'own.yml',
    content: 'timeZone: UTC\n',
    args: ['lint', '--config', 'own.yml', '.'],
    expected: { 'link out of the workspace': NOTHING },
  },
  {
    name: 'document in the folder',
    path: 'docs/t.md',
    content: RIGHT,
    args: ['lint', '.'],
    // Links are not followed; what is too long is no post-mortem.
    expected: {
      ...EVERY_KIND(NOTHING),
      FIFO: { code: 2, says: /not a regular file/ },
      socket: { code: 2, says: /not a regular file/ },
      'file that is not UTF-8': { code: 2 },
      'file without permission': { code: 2 },
    },
  },
  {
    name: 'baseline',
    path: 'base.json',
    content: '{ "version": 1, "findings": [] }\n',
    args: ['lint', '--baseline', 'base.json', '.'],
    expected: {
      'link out of the workspace': NOTHING,
      'file over the limit': { code: 2, says: /base\.json: cannot be used: / },
    },
  },
  {
    name: 'cache',
    path: 'kept',
    content: 'something else\n',
    args: ['lint', '--cache', '--cache-location', 'kept', '.'],
    expected: { ...EVERY_KIND(CACHE), folder: NOTHING, 'link to nothing': NOTHING },
  },
]

/** Makes a workspace: a repository with one right post-mortem, and the file. Returns its path. */
export async function hostileWorkspace({ path, content, files = {} }: Place, kind: Kind): Promise<string> {
  const folder = temporaryFolder('postmortem-hostile-')
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, '.git/info'), { recursive: true })
  for (const [name, text] of Object.entries({ 'a.md': RIGHT, ...files })) writeFileSync(join(folder, name), text)
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  await kind.make(join(folder, path), content)
  return folder
}

/** The path of a socket has no more than about a hundred characters. */
async function listen(path: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  atEndOfFile(() => void server.close())
}
