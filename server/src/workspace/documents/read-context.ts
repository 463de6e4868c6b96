import { matchesGlob } from '../../config/wildcards.ts'
import { memoize } from '../../memoize.ts'
import type { ReadContext } from '../../model/read-context.ts'
import { RULE_IDS } from '../../rules/registry.ts'
import { withTeamValues } from '../../template/team-values.ts'
import type { Template } from '../../template/template.ts'
import type { FoundConfig } from '../config/configurations.ts'
import { decoded } from './uris.ts'

/** By what was written in it: the templates do not change while it holds, whoever owns the code. */
const known = new WeakMap<FoundConfig['config'], readonly Template[]>()

/** Code owners that are known as people: those who own the most. */
const MAX_CODE_OWNERS = 1000

const peopleOf = memoize(({ config, codeOwners }: FoundConfig): readonly string[] => [
  ...config.owners,
  ...codeOwners.slice(0, MAX_CODE_OWNERS),
])

/**
 * The templates that a configuration leaves: those of the team first, and each with the values that the team adds.
 * @param builtIn the templates that ship; one of the team with the same name takes its place
 */
export function templatesOf(found: FoundConfig, builtIn: readonly Template[]): readonly Template[] {
  const before = known.get(found.config)
  if (before) return before
  const own = found.templates.map(({ template }) => template)
  const others = builtIn.filter(({ id }) => !own.some((template) => template.id === id))
  const templates = [...own, ...others].map((template) => withTeamValues(template, found.config))
  known.set(found.config, templates)
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
    people: peopleOf(found),
    assigned: assigned?.template.id ?? null,
    isTemplateFile: templates.some(({ entry }) => entry.file === inRoot),
    isInFolder: inRoot?.startsWith(`${config.folder}/`) === true,
    declared: matches(config.exclude) ? false : matches(config.include) ? true : null,
    ruleIds: RULE_IDS,
  }
}
