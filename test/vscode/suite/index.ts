/** The tests that run inside the extension host, of either kind. Bundled; the host calls {@link run}. */
import 'mocha/mocha.js'
import { LineReporter } from './line-reporter.ts'

/**
 * Runs every test.
 * @throws when one fails, so that the host ends with an exit code
 */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, slow: 5000, reporter: LineReporter })
  // After the globals of mocha are there. The first must come first: it wants an extension that is not active yet.
  await import('./activation.ts')
  await import('./example.ts')
  await import('./edits.ts')
  await import('./documents.ts')
  const failures = await new Promise<number>((resolve) => {
    // Its own `run` reads the address bar.
    Mocha.prototype.run.call(mocha, resolve)
  })
  if (failures > 0) throw new Error(`${failures} failed`)
}
