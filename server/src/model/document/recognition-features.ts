/**
 * What speaks for and against a document being a post-mortem: the one table of it, from which docs/recognition.md is
 * generated.
 */

/** From this sum on a document is a post-mortem. */
export const RECOGNISED_FROM = 8

/** From this sum on it is near: its own folder, or a person, may settle it. */
export const NEAR_FROM = 6

/** One kind of evidence. */
export interface FeatureDefinition {
  /** Added to the sum; against a post-mortem where it is negative. */
  readonly weight: number
  /** Whether it names the document, or somebody has said what it is: then the sum does not stand alone. */
  readonly confirms?: true
  /** Why it counts, and so much. */
  readonly reason: string
}

/** The table. */
export const FEATURES = {
  declared: {
    weight: 100,
    confirms: true,
    reason: 'Front matter (`postmortem: true`, `template`) or the configuration (`include`, `templates`) says so.',
  },
  'declared-none': {
    weight: -200,
    reason: 'Front matter (`postmortem: false`) or the configuration (`exclude`) says that it is none.',
  },
  'among-post-mortems': {
    weight: RECOGNISED_FROM - NEAR_FROM,
    confirms: true,
    reason: 'Most documents of its folder are post-mortems: then a document that is near is one, too.',
  },
  name: { weight: 4, confirms: true, reason: 'Title or path name it: post-mortem, incident report, RCA.' },
  kinds: { weight: 4, reason: 'It has three kinds of sections that other documents rarely have.' },
  facts: {
    weight: 4,
    reason: 'It states facts of one incident: a day in its title, an ID, a severity, a dated timeline.',
  },
  'general-title': {
    weight: -50,
    reason: 'The title speaks of incidents in general, or of something else: a policy, a runbook, an index.',
  },
} as const satisfies Readonly<Record<string, FeatureDefinition>>

/** Name of a feature. */
export type FeatureName = keyof typeof FEATURES
