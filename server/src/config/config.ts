/** The configuration of `.postmortem.yml`, as used by the server. A leaf: it imports nothing of the server. */
import type { LEVELS, METRICS_PRESETS, WrittenConfig } from './definition.ts'

export { LEVELS } from './definition.ts'

/** The formulas of the metrics. */
export type MetricsPreset = (typeof METRICS_PRESETS)[number]

/** The level of the findings of a rule. */
export type Level = (typeof LEVELS)[number]

type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** The content of one file: only its own keys, without the files that it extends. */
export type PartialConfig = Frozen<Omit<WrittenConfig, 'extends'>>

/** The defaults of missing keys. */
const DEFAULTS = {
  /** Folder for new post-mortems, relative to the configuration, with `/`. */
  folder: 'postmortems',
  /** Name pattern of new ones: `{date}`, `{id}`, `{slug}`, `{template}`. */
  fileName: '{date}-{slug}.md',
  /** Pattern of incident IDs for templates that show none: see `nextIncidentId`. */
  id: 'INC-YYYYMMDD-NNN',
  /** The team's own templates, in the order in which their globs are tried. */
  templates: [],
  /** Globs of files that are post-mortems, whatever they look like; see `matchesGlob`. */
  include: [],
  /** Globs of files that are no post-mortems. */
  exclude: [],
  /** Allowed values in addition to those of the templates, worst or most urgent first. */
  severities: [],
  priorities: [],
  statuses: [],
  /** IANA name of the team's zone, null when not set. */
  timeZone: null,
  /** The order in `3/4/2024`, null when not set. */
  dateOrder: null,
  /** Formulas of the displayed metrics; no rule depends on them. */
  metrics: 'default',
  /** Names, handles or addresses that are offered as owners. */
  owners: [],
  /** Hours after the incident in which an action of a priority must be due. */
  sla: {},
  /** Patterns of references to the issue tracker; see `isTrackerReference`. */
  tracker: [],
  /** ISO date; incidents before it are not checked. Null: all are. */
  since: null,
  /** Levels by rule; others have the level of the rule itself. */
  rules: {},
} as const

/** The configuration of a folder, with defaults for missing keys. */
export type Config = {
  readonly [K in keyof PartialConfig]-?: Exclude<PartialConfig[K], undefined> | ((typeof DEFAULTS)[K] & null)
}

/** The configuration without a file. */
export const DEFAULT_CONFIG: Config = DEFAULTS

/**
 * A template of the team. Paths and globs are relative to the configuration, with `/`. Without globs it is not assigned
 * to any document.
 */
export type TemplateEntry = Config['templates'][number]

/** A range of offsets in the file. */
export interface ConfigPlace {
  readonly start: number
  readonly end: number
}

/** Something wrong in the file. */
export interface ConfigProblem extends ConfigPlace {
  readonly message: string
  /** The suggested replacement; null for none. */
  readonly replacement: string | null
}

/** A reference to another file. */
export interface ConfigLink extends ConfigPlace {
  readonly path: string
}

/** A parsed configuration file. */
export interface ReadConfig {
  /** Its valid part. Empty when its YAML is invalid. */
  readonly partial: PartialConfig
  /** Its valid part with defaults; extended files are not read. */
  readonly config: Config
  readonly extends: readonly ConfigLink[]
  /** The places of its templates, in the order of `partial.templates`. */
  readonly templates: readonly ConfigLink[]
  readonly problems: readonly ConfigProblem[]
  /** Whether it is invalid YAML. */
  readonly broken: boolean
}

/** The name of the file. */
export const CONFIG_FILE = '.postmortem.yml'

/**
 * Merges several files, the one with the highest precedence first. Maps are merged by entry; any other key is taken
 * from the first file that has it.
 */
export function mergeConfigs(files: readonly PartialConfig[]): Config {
  const merged = Object.assign({}, DEFAULT_CONFIG, ...files.toReversed()) as Config
  const together = <T extends object>(of: (file: PartialConfig) => T | undefined): T =>
    Object.assign({}, ...files.toReversed().map((file) => of(file) ?? {}))
  return { ...merged, sla: together(({ sla }) => sla), rules: together(({ rules }) => rules) }
}
