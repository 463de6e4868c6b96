/**
 * Set up once for each run that has suites about processes: the npm package as it is installed, built from the sources
 * as they are.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import type { TestProject } from 'vitest/node'
import { ROOT } from './fixtures.ts'

interface Bundle {
  readonly name: string
}
const {
  BUNDLES,
  buildOptions,
}: {
  BUNDLES: readonly Bundle[]
  buildOptions(bundle: Bundle, folder: string, dev: boolean): BuildOptions
} = await import('../../scripts/lib/bundles.mjs' as string)

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the installed npm package. */
    readonly npmPackage: string
  }
}

/** Builds it; what is returned removes it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'postmortem-package-')))
  const installed = join(folder, 'server')
  for (const bundle of BUNDLES.filter(({ name }) => name.startsWith('server/')))
    await build(buildOptions(bundle, folder, false))
  for (const part of ['package.json', 'bin'])
    cpSync(join(ROOT, 'server', part), join(installed, part), { recursive: true })
  cpSync(join(ROOT, 'docs', 'rules'), join(installed, 'docs', 'rules'), { recursive: true })
  project.provide('npmPackage', installed)
  return () => rmSync(folder, { recursive: true, force: true })
}
