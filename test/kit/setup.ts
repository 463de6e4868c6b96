/** Runs before each test file. */
import fc from 'fast-check'
import { afterAll } from 'vitest'
import { cleanUp } from './cleanup.ts'
import { runs } from './sampling.ts'

// The same documents in every run, unless `SEED=… npx vitest run …` asks for others.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_260_115), numRuns: runs(100) })

afterAll(cleanUp)
