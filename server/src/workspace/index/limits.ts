/** How much of a folder is looked at. */

/** The most files of a folder that know each other. */
export const MOST_FILES = 20_000
/** A longer file (UTF-16 code units) is no post-mortem. */
export const LONGEST = 1024 * 1024
