/** The sizes of the bundles: the build reports them, and fails when one is beyond all measure. */
import { describe, expect, it } from 'vitest'

interface Size {
  readonly name: string
  readonly total: number
  readonly thirdParty: number
}

type Outputs = Record<string, { bytes: number; inputs: Record<string, { bytesInOutput: number }> }>

const {
  sizeOf,
  tooLarge,
}: { sizeOf(name: string, metafile: { outputs: Outputs }): Size; tooLarge(sizes: Size[]): string[] } = await import(
  '../../scripts/lib/sizes.mjs' as string
)

const SERVER = 'dist/server/node.js'

describe('a bundle', () => {
  it('weighs what was written, without source maps, and what of it comes from packages', () => {
    const inputs = {
      'server/src/node/server.ts': { bytesInOutput: 40 },
      'node_modules/yaml/browser/dist/index.js': { bytesInOutput: 30 },
      'node_modules/a/node_modules/@b/c/index.js': { bytesInOutput: 20 },
    }
    const outputs = { [SERVER]: { bytes: 100, inputs }, [`${SERVER}.map`]: { bytes: 500, inputs: {} } }
    expect(sizeOf(SERVER, { outputs })).toEqual({ name: SERVER, total: 100, thirdParty: 50 })
  })

  it('may weigh 2 MB, regardless of its content', () => {
    expect(tooLarge([{ name: SERVER, total: 2_000_000, thirdParty: 1_900_000 }])).toEqual([])
    expect(tooLarge([{ name: SERVER, total: 2_001_000, thirdParty: 0 }])).toEqual([
      'dist/server/node.js is 2001 kB, at most 2000 kB are allowed',
    ])
  })
})
