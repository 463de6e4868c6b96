#!/usr/bin/env node
// Takes the place of a desktop VS Code for runTests() of @vscode/test-electron: understands the arguments that it
// passes, and runs the tests in VS Code's Node extension host without a desktop.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runInHost } from './in-host.mjs'
import { startNodeHost, testAddress } from './node-host.mjs'

/** In ms. */
const TIMEOUT_MS = 300_000

/** @type {Record<string, string>} */
const options = {}
/** @type {string[]} */
const folders = []
for (const argument of process.argv.slice(2)) {
  const [, name, value = ''] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? []
  if (name) options[name] = value
  else folders.push(resolve(argument))
}
const { extensionDevelopmentPath: extension, extensionTestsPath: suite, 'extensions-dir': extensionsDir } = options
if (!extension || !suite || !extensionsDir) {
  console.error('Needs --extensionDevelopmentPath=, --extensionTestsPath= and --extensions-dir=')
  process.exit(2)
}

const dataDir = await mkdtemp(join(tmpdir(), 'postmortem-launcher-'))
const host = await startNodeHost({ dataDir, extensionsDir, driver: true })
try {
  process.exitCode = await runInHost({
    url: testAddress(host.origin, { folder: folders[0], extension, suite }),
    timeout: TIMEOUT_MS,
    // The output of the tests is indented; the rest is that of the workbench.
    onLog: (line) => /^ {2,}\S/.test(line) && console.log(line),
  })
} finally {
  await host.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
