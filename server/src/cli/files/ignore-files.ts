/** What the ignore files of a repository leave out: `.gitignore` in every folder, and `.git/info/exclude`. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isAbsence, UnreadableFile } from '../../node/file-problems.ts'
import { isFolder, isInside, isThere, readText } from '../../node/files.ts'
import { MAX_IGNORE_WILDCARDS, PatternList } from './pattern-list.ts'

/** The patterns of one ignore file. */
interface Patterns {
  /** Folder that they are relative to. */
  readonly folder: string
  readonly ignore: PatternList
}

/** The ignore files that hold in a folder, the one that wins first. */
export type IgnoreFiles = readonly Patterns[]

/** Reads ignore files. State: what it was made with. */
export class IgnoreFileReader {
  readonly #top: string
  readonly #failed: (path: string, error: unknown) => void

  /**
   * @param top the workspace: ignore files count up to it, and no link may lead out of it
   * @param failed is told of ignore files that are there and cannot be read, or not whole
   */
  constructor(top: string, failed: (path: string, error: unknown) => void) {
    this.#top = top
    this.#failed = failed
  }

  /**
   * The ignore files above a folder, from the top of its workspace on. Where they leave out the folder itself, which
   * somebody wants to be searched nevertheless, none of them counts.
   */
  above(folder: string): IgnoreFiles {
    const top = this.#top
    if (folder === top || !isInside(folder, top)) return this.#exclude(folder)
    const parents: string[] = []
    for (let at = dirname(folder); ; at = dirname(at)) {
      parents.unshift(at)
      if (at === top) break
    }
    const files = parents.reduce<IgnoreFiles>((outer, parent) => this.in(parent, outer), this.#exclude(top))
    return isIgnored(folder, true, files) ? [] : files
  }

  /** Those that hold in a folder, its own first. */
  in(folder: string, above: IgnoreFiles): IgnoreFiles {
    const within = isInside(folder, this.#top) ? this.#top : folder
    const own = this.#patterns(join(folder, '.gitignore'), folder, within)
    return own ? [own, ...above] : above
  }

  #exclude(repository: string): IgnoreFiles {
    const git = this.#gitFolder(repository)
    const patterns = git && this.#patterns(join(git, 'info', 'exclude'), repository)
    return patterns ? [patterns] : []
  }

  /** Where the files of Git itself are: in a work tree or a submodule `.git` is a file that names the folder. */
  #gitFolder(repository: string): string | null {
    const git = join(repository, '.git')
    if (!isThere(git)) return null
    if (isFolder(git)) return git
    const named = /^gitdir: (.+)$/m.exec(this.#text(git) ?? '')?.[1]
    if (named === undefined) return null
    const folder = resolve(repository, named.trim())
    return resolve(folder, this.#text(join(folder, 'commondir'))?.trim() ?? '.')
  }

  #patterns(path: string, folder: string, within?: string): Patterns | null {
    const text = this.#text(path, within)
    if (text === null || text.trim() === '') return null
    const ignore = new PatternList(text)
    if (ignore.left > 0) {
      const limit = `over ${MAX_IGNORE_WILDCARDS} patterns with wildcards: the last ${ignore.left} do not count`
      this.#failed(path, new UnreadableFile('size', limit))
    }
    return { folder, ignore }
  }

  /** Null where there is none. Its patterns are bytes to Git. */
  #text(path: string, within?: string): string | null {
    try {
      return readText(path, { within, isLossy: true }).replace(/^\uFEFF/, '')
    } catch (error) {
      if (!isAbsence(error)) this.#failed(path, error)
      return null
    }
  }
}

/** Whether a file or folder is left out; whether the folder that it stands in is, is not asked. */
export function isIgnored(path: string, isFolder: boolean, files: IgnoreFiles): boolean {
  for (const { folder, ignore: patterns } of files) {
    const inside = relative(folder, path).split(sep).join('/')
    const { ignored, unignored } = patterns.test(isFolder ? `${inside}/` : inside)
    if (ignored || unignored) return ignored
  }
  return false
}
