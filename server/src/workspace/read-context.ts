import picomatch from 'picomatch'
import type { ReadContext } from '../model/read-post-mortem.ts'
import type { Template } from '../template/template.ts'
import type { FoundConfig } from './configurations.ts'

/**
 * What a document is read with: the templates that it may use, and what the configuration says of it.
 * @param builtIn the templates that ship; one of the team with the same name comes first
 * @param path in the workspace with `/`, null for an untitled document
 * @param uri tells what globs are compared with: the path below the configuration
 */
export function readContextOf(
  found: FoundConfig,
  builtIn: readonly Template[],
  path: string | null,
  uri: string,
): ReadContext {
  const { config, root, templates } = found
  const inRoot = root !== null && uri.startsWith(`${root}/`) ? decoded(uri.slice(root.length + 1)) : null
  const matches = (globs: readonly string[]) =>
    inRoot !== null && globs.length > 0 && picomatch([...globs], { dot: true })(inRoot)
  const assigned = templates.find(({ entry }) => entry.file !== inRoot && matches(entry.match))
  return {
    templates: [...templates.map(({ template }) => template), ...builtIn],
    path,
    timeZone: config.timeZone,
    dateOrder: config.dateOrder,
    assigned: assigned?.template.id ?? null,
    isTemplateFile: templates.some(({ entry }) => entry.file === inRoot),
    declared: matches(config.exclude) ? false : matches(config.include) ? true : null,
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
