/**
 * What speaks for and against a document being a post-mortem: the one table of it, from which docs/recognition.md is
 * generated. The weights were chosen by hand, guided by a logistic model of 210 reports of thirteen teams and 3,300 other
 * Markdown files, and are round numbers that a person can defend.
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
  /** What it is, and why it counts so much. One line. */
  readonly reason: string
}

/** The table. Of features that are more or less of the same, the strongest counts. */
export const FEATURES = {
  declared: {
    weight: 100,
    confirms: true,
    reason:
      'Front matter (`postmortem: true`, `template`) or the configuration (`include`, `templates`) says so: it decides.',
  },
  'declared-none': {
    weight: -200,
    reason: 'Front matter (`postmortem: false`) or the configuration (`exclude`) says that it is none: it decides.',
  },
  'among-post-mortems': {
    weight: RECOGNISED_FROM - NEAR_FROM,
    confirms: true,
    reason: 'Most documents of its folder are post-mortems: then one that is near is a post-mortem, too.',
  },
  'template-headings': {
    weight: 8,
    confirms: true,
    reason: 'It has two thirds of the headings of a template, word for word, and half of the fields at its top.',
  },
  log: { weight: 6, reason: 'The heading of a timeline stands under several others: a log of incidents.' },
  'name-in-title': {
    weight: 6,
    confirms: true,
    reason:
      'The title calls it a post-mortem, an incident report. Nearly enough, but guides and plans may have it, too.',
  },
  'name-in-path': {
    weight: 6,
    confirms: true,
    reason: 'The file or one of the two nearest folders is called so.',
  },
  'name-of-workspace': {
    weight: 5,
    confirms: true,
    reason: 'The folder that is opened is called so. Its README is there, too: less than a name in the path.',
  },
  'incident-in-title': {
    weight: 3,
    confirms: true,
    reason:
      'The title names one incident by its day, by a number, or behind a colon. Tickets and alerts have that, too.',
  },
  'failure-in-title': {
    weight: 2,
    reason: 'Something failed in the title: outage, down, unavailable, crashed. Guides speak of that, too.',
  },
  'trouble-in-title': {
    weight: 1,
    reason: 'The title speaks of trouble (slow, error, missing), or the file name of trouble or failure.',
  },
  'dated-title': { weight: 1, reason: 'A day in the title: so have minutes and plans.' },
  'dated-file': {
    weight: 3,
    reason: 'A day in the file name: one post-mortem in two has it, one other file in five hundred.',
  },
  'incident-folder': {
    weight: 1,
    reason: 'It stands in a folder for incidents, where audits and contacts may stand, too.',
  },
  id: { weight: 4, confirms: true, reason: 'An ID such as `INC-2026-014` in its field, or in the title.' },
  severity: { weight: 2, reason: 'A field for severity or priority with a level: so have alerts and bug reports.' },
  people: { weight: 1, reason: 'A field for the incident commander.' },
  day: { weight: 1, reason: 'A field for the day, the start or the end with a date or time.' },
  timeline: { weight: 1, reason: 'A section that is a timeline.' },
  'timeline-times': { weight: 2, reason: 'The timeline has a date, or at least two times.' },
  'timeline-of-days': { weight: 4, reason: 'At least two of its entries have a day and a time of day: few plans do.' },
  'one-kind': {
    weight: 1,
    reason: 'One kind of section that other documents rarely have: impact, root cause, went well.',
  },
  'two-kinds': { weight: 2, reason: 'Two of them. Runbooks and response plans have them, too.' },
  'three-kinds': { weight: 3, reason: 'Three of them.' },
  'many-kinds': { weight: 4, reason: 'Four or more of them: forty times as frequent as in other documents.' },
  'everyday-kinds': {
    weight: 1,
    reason: 'Two kinds of sections that come together in reports: what happened, investigation, resolution.',
  },
  'clock-times': { weight: 1, reason: 'Three paragraphs, items or rows with a time of day.' },
  'past-tense': {
    weight: 2,
    reason: 'It tells what was: at least two words of the past tense, one and a half in 1,000 characters.',
  },
  'mostly-past': {
    weight: 3,
    reason: 'At least four, and three and a half in 1,000 characters: one other file in fifty.',
  },
  'general-title': {
    weight: -6,
    reason:
      'The title speaks of incidents in general, or of something else: process, runbook, index, meeting. It takes away a name. A word that says what broke (*archive page crashes*) does not count.',
  },
  'general-file': {
    weight: -4,
    reason: 'The file name does so (runbook, schedule), or is one that every project has: README, CHANGELOG.',
  },
  imperatives: {
    weight: -3,
    reason: 'One paragraph or item in five tells the reader what to do, action items left out.',
  },
  badges: { weight: -3, reason: 'Badges at the top: the page of a package.' },
  code: { weight: -2, reason: 'Eight or more blocks of code: instructions.' },
} as const satisfies Readonly<Record<string, FeatureDefinition>>

/** Name of a feature. */
export type FeatureName = keyof typeof FEATURES

/** The weights of some features, added up. */
export function sumOf(features: readonly FeatureName[]): number {
  return features.reduce((sum, feature) => sum + FEATURES[feature].weight, 0)
}
