/** The packages that come with the npm package when it is installed, and those that are in the bundles. */
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
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
  /** Of old packages. */
  readonly licenses?: readonly { readonly type: string }[]
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

/** A package of which a bundle holds some code. */
export interface BundledPackage {
  readonly name: string
  readonly licence: string
  /** `extension, server, command line`: those of them that hold it. */
  readonly where: string
}

const { BUNDLES, buildOptions }: { BUNDLES: readonly { name: string }[]; buildOptions: MakeOptions } = await import(
  '../../scripts/lib/bundles.mjs' as string
)
type MakeOptions = (bundle: { name: string }, folder: string, dev: boolean) => BuildOptions

const placeOf = (bundle: string) =>
  bundle.includes('client/') ? 'extension' : bundle.includes('postmortem') ? 'command line' : 'server'

/** By name; found by bundling, which writes nothing. */
export async function bundledPackages(): Promise<BundledPackage[]> {
  const places = new Map<string, Set<string>>()
  for (const bundle of BUNDLES) {
    const options = { ...buildOptions(bundle, tmpdir(), false), write: false, metafile: true }
    const { metafile } = await build(options)
    for (const { inputs } of Object.values(metafile?.outputs ?? {})) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
        if (!folder || bytesInOutput === 0) continue
        places.set(folder, (places.get(folder) ?? new Set()).add(placeOf(bundle.name)))
      }
    }
  }
  const packages = [...places].map(([folder, found]) => {
    const { name, license, licenses } = manifestIn(folder)
    const where = ['extension', 'server', 'command line'].filter((place) => found.has(place)).join(', ')
    return { name, licence: license ?? licenses?.[0]?.type ?? '', where }
  })
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1))
}
