import type { PostMortem } from '../post-mortem.ts'
import type { Recognition } from '../recognition.ts'

/** Nothing speaks for it, nor against it. */
const NO_EVIDENCE: Recognition = {
  recognised: false,
  isTemplate: false,
  confirmed: false,
  near: false,
  sum: 0,
  evidence: [],
}

/**
 * The model of a document that is no post-mortem: ordinary Markdown, a configuration.
 * @param recognition why it is none
 * @param starts of the sections that the evidence stands in
 */
export function noPostMortem(
  lineEnding: PostMortem['lineEnding'],
  recognition: Recognition = NO_EVIDENCE,
  starts: PostMortem['starts'] = [],
): PostMortem {
  return {
    recognised: false,
    isTemplate: false,
    recognition,
    templateProblems: [],
    incidents: [],
    lineEnding,
    template: null,
    namedTemplate: null,
    templateIds: [],
    title: null,
    sections: [],
    starts,
    metadata: {},
    date: null,
    dateIsAssumed: false,
    dateOrder: null,
    zone: null,
    isZoneAsked: false,
    window: { start: null, end: null, source: null, place: null },
    durations: [],
    countsSupportHours: false,
    timeline: [],
    listedMilestones: [],
    actionItems: [],
    points: [],
    fiveWhys: [],
    figures: [],
    metricRows: [],
    reviews: [],
    approvals: [],
    references: [],
    secrets: [],
    conflictMarks: [],
    suppressions: [],
    isCopy: false,
    stage: 'draft',
    resolved: false,
  }
}
