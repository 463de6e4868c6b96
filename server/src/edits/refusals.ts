/** Why a command that the user asked for does nothing, where several commands say the same. */

/** The document is ordinary Markdown, as far as anybody knows. */
export const NOT_RECOGNISED =
  'This document is not recognised as a post-mortem: give it a `template:` in its front matter, or name it in `.postmortem.yml`.'

/** The document has no section for a timeline, and no rows of one. */
export const NO_TIMELINE = 'There is no timeline here.'
