/** What `.postmortem.yml` may say. A leaf: it imports nothing of the server. */

/** Whose formulas the metrics follow. */
export const METRICS_PRESETS = ['default', 'rootly', 'datadog'] as const

/** Whose formulas the metrics follow. */
export type MetricsPreset = (typeof METRICS_PRESETS)[number]

/** A template of the team. Paths and globs are relative to the configuration, with `/`. */
export interface TemplateEntry {
  readonly file: string
  /** Files that are checked against it; none: only those that name it, or have its headings. */
  readonly match: readonly string[]
}

/** The configuration of a folder, with defaults for what the file does not say. */
export interface Config {
  /** Folder for new post-mortems, relative to the configuration, with `/`. */
  readonly folder: string
  /** Name pattern of new ones: `{date}`, `{id}`, `{slug}`, `{template}`. */
  readonly fileName: string
  /** The team's own templates, in the order in which their globs are tried. */
  readonly templates: readonly TemplateEntry[]
  /** Globs of files that are post-mortems, whatever they look like. */
  readonly include: readonly string[]
  /** Globs of files that are none. */
  readonly exclude: readonly string[]
  /** IANA name of the team's zone, null when it is not said. */
  readonly timeZone: string | null
  /** How `3/4/2024` is meant, null when it is not said. */
  readonly dateOrder: 'dmy' | 'mdy' | null
  /** Formulas of the metrics that are shown; no rule depends on them. */
  readonly metrics: MetricsPreset
}

/** Something wrong in the file. */
export interface ConfigProblem {
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
  readonly message: string
}

/** A configuration file that was read. What is wrong is left out of `config`. */
export interface ReadConfig {
  readonly config: Config
  readonly problems: readonly ConfigProblem[]
}

/** The name of the file. */
export const CONFIG_FILE = '.postmortem.yml'

/** What holds without a file. */
export const DEFAULT_CONFIG: Config = {
  folder: 'postmortems',
  fileName: '{date}-{slug}.md',
  templates: [],
  include: [],
  exclude: [],
  timeZone: null,
  dateOrder: null,
  metrics: 'default',
}
