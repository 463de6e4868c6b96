/** Reasons, shared by several commands, why a command cannot do anything. */

/** The document is not recognised as a post-mortem. */
export const NOT_RECOGNISED =
  'This document is not recognised as a post-mortem: give it a `template:` in its front matter, or name it in `.postmortem.yml`.'

/** The document has no timeline. */
export const NO_TIMELINE = 'There is no timeline here.'
