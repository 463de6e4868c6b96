import { matchesGlob } from '../../config/wildcards.ts'
import type { ReadContext } from '../../model/read-context.ts'
import { RULE_IDS } from '../../rules/registry.ts'
import { withTeamValues } from '../../template/team-values.ts'
import type { Template } from '../../template/template.ts'
import type { FoundConfig } from '../config/configurations.ts'
import { decoded } from './uris.ts'

/** By configuration: the templates do not change while it holds. */
const known = new WeakMap<FoundConfig, readonly Template[]>()

/**
 * The templates that a configuration leaves: those of the team first, and each with the values that the team adds.
 * @param builtIn the templates that ship; one of the team with the same name takes its place
 */
export function templatesOf(found: FoundConfig, builtIn: readonly Template[]): readonly Template[] {
  const before = known.get(found)
  if (before) return before
  const own = found.templates.map(({ template }) => template)
  const others = builtIn.filter(({ id }) => !own.some((template) => template.id === id))
  const templates = [...own, ...others].map((template) => withTeamValues(template, found.config))
  known.set(found, templates)
  return templates
}

/**
 * What a document is read with: the templates that it may use, and what the configuration says of it.
 * @param place its path and the name of its workspace folder
 * @param uri tells what globs are compared with: the path below the configuration
 */
export function readContextOf(
  found: FoundConfig,
  builtIn: readonly Template[],
  place: Pick<ReadContext, 'path' | 'root'>,
  uri: string,
): ReadContext {
  const { config, root, templates } = found
  const inRoot = root !== null && uri.startsWith(`${root}/`) ? decoded(uri.slice(root.length + 1)) : null
  const matches = (globs: readonly string[]) => inRoot !== null && globs.some((glob) => matchesGlob(inRoot, glob))
  const assigned = templates.find(({ entry }) => entry.file !== inRoot && matches(entry.match))
  return {
    templates: templatesOf(found, builtIn),
    ...place,
    timeZone: config.timeZone,
    dateOrder: config.dateOrder,
    people: config.owners,
    assigned: assigned?.template.id ?? null,
    isTemplateFile: templates.some(({ entry }) => entry.file === inRoot),
    isInFolder: inRoot?.startsWith(`${config.folder}/`) === true,
    declared: matches(config.exclude) ? false : matches(config.include) ? true : null,
    ruleIds: RULE_IDS,
  }
}
