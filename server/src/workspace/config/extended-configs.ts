/** What `extends` in a configuration leads to: other files of the workspace, and what is wrong with them. */
import type { ConfigLink, ConfigProblem, ReadConfig } from '../../config/config.ts'
import type { Unreadable } from '../../ports.ts'
import { parentOf, uriOf } from '../documents/uris.ts'

/** Files in a chain that extend each other. */
const MAX_CHAIN_FILES = 10
/** Files in all. */
const MAX_EXTENDED_FILES = 100

/** One of the files that make up a configuration. */
export interface Layer {
  readonly uri: string
  readonly read: ReadConfig
  /** The entry of the first file that led to it; null for the first file itself. */
  readonly via: ConfigLink | null
}

/** The files that make up a configuration, the one that wins first, and problems at the first file's own entries. */
export interface Layers {
  readonly layers: readonly Layer[]
  readonly problems: readonly ConfigProblem[]
}

/**
 * Follows `extends`. Of several files in one list the last wins.
 * @param top URI of the folder that no file may be outside of
 * @param readFile null when there is none
 */
export async function layersOf(
  uri: string,
  read: ReadConfig,
  top: string,
  readFile: (uri: string) => Promise<ReadConfig | null | Unreadable>,
): Promise<Layers> {
  const layers: Layer[] = []
  const problems: ConfigProblem[] = []
  const follow = async (file: Layer, chain: readonly string[]): Promise<void> => {
    layers.push(file)
    for (const link of file.read.extends.toReversed()) {
      const via = file.via ?? link
      const say = (message: string) => problems.push({ start: via.start, end: via.end, message, replacement: null })
      const target = uriOf(parentOf(file.uri), link.path)
      // A file that is met again says nothing that did not count already.
      const isKnown = layers.some((layer) => layer.uri === target)
      if (!target.startsWith(`${top}/`)) say(`${link.path} is outside the workspace.`)
      else if (chain.includes(target)) say(`${link.path} extends itself.`)
      else if (isKnown) continue
      else if (chain.length > MAX_CHAIN_FILES) say(`More than ${MAX_CHAIN_FILES} files extend each other.`)
      else if (layers.length > MAX_EXTENDED_FILES) say(`More than ${MAX_EXTENDED_FILES} files are extended.`)
      else {
        const found = await readFile(target)
        if (found === null) say(`${link.path} cannot be read.`)
        else if ('problem' in found) say(`${link.path} cannot be read: ${found.problem}.`)
        else {
          const [first, ...more] = found.problems
          const others = more.length > 0 ? ` (and ${more.length} more)` : ''
          if (first) say(`In ${link.path}: ${first.message}${others}`)
          await follow({ uri: target, read: found, via }, [...chain, target])
        }
      }
    }
  }
  await follow({ uri, read, via: null }, [uri])
  return { layers, problems }
}
