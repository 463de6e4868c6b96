/** The packages that come with the npm package when it is installed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../kit/fixtures.ts'

/** What its manifest says of a package. */
export interface ShippedPackage {
  readonly name: string
  readonly licence: string
  /** Of its scripts, those that npm runs when it is installed. */
  readonly installScripts: readonly string[]
}

interface Manifest {
  readonly name: string
  readonly license?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}

const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))

/** Where Node finds a package from a folder. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = at.replace(/\/?[^/]*$/, '')) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(ROOT, folder, 'package.json'))) return folder
    if (at === '') throw new Error(`${name} is not installed`)
  }
}

function installed(folder: string, found: Set<string>): Set<string> {
  for (const name of Object.keys(manifestIn(folder).dependencies ?? {})) {
    const inner = folderOf(name, folder)
    if (found.has(inner)) continue
    found.add(inner)
    installed(inner, found)
  }
  return found
}

/** By name. */
export function shippedPackages(): ShippedPackage[] {
  const folders = installed('server', new Set())
  const byName = new Map(
    [...folders].map((folder) => {
      const { name, license = '', scripts = {} } = manifestIn(folder)
      const installScripts = ['preinstall', 'install', 'postinstall'].filter((script) => script in scripts)
      return [name, { name, licence: license, installScripts }] as const
    }),
  )
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
