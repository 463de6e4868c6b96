/** What `.postmortem.yml` may say. A leaf: it imports nothing of the server. */

/** The configuration of a folder, with defaults for what the file does not say. */
export interface Config {
  /** Folder for new post-mortems, relative to the configuration, with `/`. */
  readonly folder: string
  /** Name pattern of new ones: `{date}`, `{id}`, `{slug}`, `{template}`. */
  readonly fileName: string
  /** IANA name of the team's zone, null when it is not said. */
  readonly timeZone: string | null
  /** How `3/4/2024` is meant, null when it is not said. */
  readonly dateOrder: 'dmy' | 'mdy' | null
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
  timeZone: null,
  dateOrder: null,
}
