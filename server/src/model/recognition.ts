/** What a document is, and why. */
import type { FeatureName } from './document/recognition-features.ts'
import type { Place } from './place.ts'

/** Something that was found in a document, or in its path, for or against its being a post-mortem. */
export interface Evidence {
  readonly feature: FeatureName
  /** Of the feature: see `FEATURES`. */
  readonly weight: number
  /** Null where it does not stand in the text: path, configuration. */
  readonly place: Place | null
}

/** What a document is. */
export interface Recognition {
  readonly recognised: boolean
  readonly isTemplate: boolean
  /** Whether something names it, or somebody has said so: not only the sum. Else its findings are hints. */
  readonly confirmed: boolean
  /** Not recognised, although much speaks for it. Fewer than 1 in 50 other Markdown files are. */
  readonly near: boolean
  /** Of the weights of all evidence. */
  readonly sum: number
  readonly evidence: readonly Evidence[]
}
