import { defineConfig } from 'vitest/config'

// The suites that need no editor. Those in VS Code have a configuration of their own in test/vscode.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
