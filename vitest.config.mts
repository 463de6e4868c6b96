import { defineConfig } from 'vitest/config'

// Those in VS Code have a configuration of their own in test/vscode.
const ALL = 'test/**/*.test.ts'
const EXCLUDED = ['test/vscode/**', '**/node_modules/**']

// What starts processes and threads, or speaks to a server over streams, or writes to the disk.
const PROCESSES = [
  'test/{cli,editors,hostile,protocol}/**/*.test.ts',
  'test/architecture/rooms.test.ts',
  'test/corpus/{agreement,score}.test.ts',
]

// Builds the npm package, once for all of them.
const SETUP = 'test/kit/npm-package.ts'

/** ms: only for what hangs; no test says anything about time. */
const HANGS_MS = 120_000

// Libraries as they ship: some have a slower build for development.
process.env['NODE_ENV'] = 'production'

export default defineConfig({
  test: {
    // Without --project, so that `npx vitest run test/rules` runs each test once.
    project: ['unit', 'process'],
    // No suite leaves anything behind in its modules: starting afresh for each file would double the time.
    isolate: false,
    setupFiles: ['test/kit/setup.ts'],
    hookTimeout: HANGS_MS,
    projects: [
      {
        extends: true,
        // What is pure cannot hang but for ever, which needs no clock.
        test: { name: 'unit', include: [ALL], exclude: [...EXCLUDED, ...PROCESSES], testTimeout: 0 },
      },
      {
        extends: true,
        test: { name: 'process', include: PROCESSES, exclude: EXCLUDED, testTimeout: HANGS_MS, globalSetup: SETUP },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          include: [ALL],
          exclude: EXCLUDED,
          testTimeout: 0,
          provide: { isDeep: true },
          globalSetup: SETUP,
        },
      },
    ],
  },
})
