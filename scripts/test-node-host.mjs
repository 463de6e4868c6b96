// The suites in VS Code with its Node extension host, as on a desktop, on the packed extension. Arguments go to vitest.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installHost } from './lib/host-install.mjs'
import { packedExtension, runSuite, runUserSuite, withReport } from './lib/host-suite.mjs'
import { installIntoNodeHost, startNodeHost, testAddress } from './lib/node-host.mjs'
import { TEST_SETTINGS } from './lib/settings.mjs'
import { bundleSuite, HARNESS, makeWorkspace } from './lib/suite.mjs'

await withReport('node-host', installHost, async (report) => {
  const vsix = await packedExtension()
  const suite = await bundleSuite('node')
  const data = await mkdtemp(join(tmpdir(), 'postmortem-host-'))
  const extensionsDir = join(data, 'extensions')
  await mkdir(extensionsDir)
  await installIntoNodeHost(vsix, extensionsDir, data)
  const common = { extensionsDir, driver: true, settings: TEST_SETTINGS }
  const trusted = await startNodeHost({ ...common, dataDir: join(data, 'trusted') })
  const restricted = await startNodeHost({
    ...common,
    dataDir: join(data, 'restricted'),
    trust: true,
    env: { POSTMORTEM_RESTRICTED: 'true' },
  })
  const workspace = await makeWorkspace()
  try {
    if (process.argv.length === 2) {
      const paths = { folder: workspace.folder, extension: HARNESS, suite }
      await runSuite(report, 'suite in the node host', testAddress(trusted.origin, paths))
      await runSuite(report, 'suite in Restricted Mode', testAddress(restricted.origin, paths))
    }
    await runUserSuite(report, 'node', {
      POSTMORTEM_ORIGIN: trusted.origin,
      POSTMORTEM_RESTRICTED_ORIGIN: restricted.origin,
      POSTMORTEM_FOLDER: workspace.folder,
      POSTMORTEM_EXTENSIONS: extensionsDir,
      POSTMORTEM_VSIX: vsix,
      POSTMORTEM_BACKUPS: join(data, 'trusted', 'data', 'User', 'Backups'),
    })
  } finally {
    await trusted.close()
    await restricted.close()
    await workspace.remove()
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
