/** The limits of the bundles: the build reads them, and fails. */
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

  it.each(['dist/server/node.js', 'dist/server/web.js', 'server/dist/server.cjs'])(
    '%s of the server is at most 850 kB, 550 of them from packages',
    (name) => {
      expect(tooLarge([{ name, total: 300_000, thirdParty: 100_000 }])).toEqual([])
      expect(tooLarge([{ name, total: 850_001, thirdParty: 550_001 }])).toEqual([
        expect.stringContaining('all of it is 850.0 kB'),
        expect.stringContaining('its third-party part is 550.0 kB'),
      ])
    },
  )

  it('has a limit', () => {
    expect(tooLarge([{ name: 'dist/new.js', total: 1, thirdParty: 0 }])).toHaveLength(1)
  })
})
