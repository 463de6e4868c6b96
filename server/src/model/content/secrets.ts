/** Keys and tokens in the text of a document, code blocks included. Only where they stand is kept, never what they are. */
import { secretsIn } from '../../find-secrets.ts'
import type { Secret } from '../details.ts'
import { perSection } from '../document/own-text.ts'

/** Finds what opens a door when it is read by the wrong people, in order. */
export const readSecrets = perSection(({ index }, own) =>
  secretsIn(own).map(({ what, start, end }): Secret => ({ section: index, start, end, what })),
)
