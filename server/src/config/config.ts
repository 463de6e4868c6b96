/** What `.postmortem.yml` says, as the rest of the server reads it. A leaf: it imports nothing of the server. */
import type { LEVELS, METRICS_PRESETS, WrittenConfig } from './definition.ts'

export { LEVELS } from './definition.ts'

/** Whose formulas the metrics follow. */
export type MetricsPreset = (typeof METRICS_PRESETS)[number]

/** How the findings of a rule are to count. */
export type Level = (typeof LEVELS)[number]

type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** What one file says: only its own keys, none of what it extends. */
export type SaidConfig = Frozen<Omit<WrittenConfig, 'extends'>>

/** What holds where a key is not said. */
const DEFAULTS = {
  /** Folder for new post-mortems, relative to the configuration, with `/`. */
  folder: 'postmortems',
  /** Name pattern of new ones: `{date}`, `{id}`, `{slug}`, `{template}`. */
  fileName: '{date}-{slug}.md',
  /** The team's own templates, in the order in which their globs are tried. */
  templates: [],
  /** Globs of files that are post-mortems, whatever they look like; see `matchesGlob`. */
  include: [],
  /** Globs of files that are none. */
  exclude: [],
  /** Values that are allowed besides those of the templates, worst or most urgent first. */
  severities: [],
  priorities: [],
  statuses: [],
  /** IANA name of the team's zone, null when it is not said. */
  timeZone: null,
  /** How `3/4/2024` is meant, null when it is not said. */
  dateOrder: null,
  /** Formulas of the metrics that are shown; no rule depends on them. */
  metrics: 'default',
  /** Names, handles or addresses that are offered as owners. */
  owners: [],
  /** Hours after the incident in which an action of a priority must be due. */
  sla: {},
  /** What a reference to the tracker looks like; see `isTrackerReference`. */
  tracker: [],
  /** ISO date; incidents before it are not judged. Null: all are. */
  since: null,
  /** Level by rule; what is not said counts as the rule itself says. */
  rules: {},
} as const

/** The configuration of a folder, with defaults for what no file says. */
export type Config = {
  readonly [K in keyof SaidConfig]-?: Exclude<SaidConfig[K], undefined> | ((typeof DEFAULTS)[K] & null)
}

/** What holds without a file. */
export const DEFAULT_CONFIG: Config = DEFAULTS

/** A template of the team. Paths and globs are relative to the configuration, with `/`. No globs: none is given it. */
export type TemplateEntry = Config['templates'][number]

/** A place in the file: offsets. */
export interface ConfigPlace {
  readonly start: number
  readonly end: number
}

/** Something wrong in the file. */
export interface ConfigProblem extends ConfigPlace {
  readonly message: string
  /** What was probably meant, to stand in its place; null when that is not known. */
  readonly replacement: string | null
}

/** Another file that the file names. */
export interface ConfigLink extends ConfigPlace {
  readonly path: string
}

/** A configuration file that was read. */
export interface ReadConfig {
  /** What it says, without what is wrong. Nothing, where its YAML cannot be read. */
  readonly said: SaidConfig
  /** What it says, with defaults for the rest; what it extends is not read. */
  readonly config: Config
  readonly extends: readonly ConfigLink[]
  /** Where its templates are named, in the order of `said.templates`. */
  readonly templates: readonly ConfigLink[]
  readonly problems: readonly ConfigProblem[]
  /** Whether it is no readable YAML. */
  readonly broken: boolean
}

/** The name of the file. */
export const CONFIG_FILE = '.postmortem.yml'

/**
 * One configuration of several files, the one that wins first. Of a map each entry counts by itself; anything else is
 * taken from the first file that says it.
 */
export function mergeConfigs(files: readonly SaidConfig[]): Config {
  const merged = Object.assign({}, DEFAULT_CONFIG, ...files.toReversed()) as Config
  const together = <T extends object>(of: (file: SaidConfig) => T | undefined): T =>
    Object.assign({}, ...files.toReversed().map((file) => of(file) ?? {}))
  return { ...merged, sla: together(({ sla }) => sla), rules: together(({ rules }) => rules) }
}
