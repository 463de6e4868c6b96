#!/usr/bin/env node
import module, { createRequire } from 'node:module'

// Compiled code is kept for the next start, where Node can do that (from 22.1 on).
module.enableCompileCache?.()
// An `import` would look through all of it for the names of its exports first: 60 ms.
createRequire(import.meta.url)('../dist/postmortem.cjs')
