// The suites in VS Code for the Web, our oldest supported version, on the unpacked .vsix. Arguments go to vitest.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packedExtension, runSuite, runUserSuite, withReport } from './lib/host-suite.mjs'
import { TEST_SETTINGS } from './lib/settings.mjs'
import { bundleSuite, makeWorkspace } from './lib/suite.mjs'
import { giveWebSettings, startWebHost } from './lib/web-host.mjs'
import { unpackExtension } from './lib/zip.mjs'

await withReport(
  'web-host',
  async () => undefined,
  async (report) => {
    const vsix = await packedExtension()
    const extension = await mkdtemp(join(tmpdir(), 'postmortem-web-'))
    const workspace = await makeWorkspace()
    try {
      await unpackExtension(await readFile(vsix), extension)
      if (process.argv.length === 2) {
        // The web host takes tests only from below the extension that is being developed.
        const suite = join(extension, 'suite.js')
        await copyFile(await bundleSuite('web'), suite)
        const host = await startWebHost({ extension, suite, workspace: workspace.folder })
        await runSuite(report, 'suite in the web host', `${host.origin}/`, (page) =>
          giveWebSettings(page, host.origin, {}),
        )
        await host.close()
      }
      const host = await startWebHost({ extension, workspace: workspace.folder })
      await runUserSuite(report, 'web', {
        POSTMORTEM_ORIGIN: host.origin,
        POSTMORTEM_FOLDER: workspace.folder,
        POSTMORTEM_SETTINGS: JSON.stringify(TEST_SETTINGS),
      })
      await host.close()
    } finally {
      await workspace.remove()
      await rm(extension, { recursive: true, force: true })
    }
  },
)
