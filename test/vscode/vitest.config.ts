import { defineConfig } from 'vitest/config'

// What a user does with keys and eyes, in a real workbench. scripts/test-node-host.mjs and scripts/test-web-host.mjs
// start a host and then this.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['user/**/*.test.ts', ...(process.env['POSTMORTEM_HOST'] === 'web' ? [] : ['node/**/*.test.ts'])],
    setupFiles: ['setup.ts'],
    // One window at a time: they share the workspace, and a second one would only make both slow.
    fileParallelism: false,
    isolate: false,
    // A window on a busy machine now and then loses the focus; what is broken fails each time.
    retry: 2,
    // ms: for what hangs. A window that is one of many things a machine does takes its time.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
