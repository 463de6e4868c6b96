import { defineConfig } from 'vitest/config'

// The suites that need no editor. Those in VS Code have a configuration of their own in test/vscode.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', '**/node_modules/**'],
    // No suite leaves anything behind in its modules: starting afresh for each file would double the time.
    isolate: false,
    // One for each of two cores, of which the default leaves one idle.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
