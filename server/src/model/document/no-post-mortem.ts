import type { PostMortem } from '../post-mortem.ts'

/** The model of a document that is no post-mortem: ordinary Markdown, a configuration. */
export function noPostMortem(lineEnding: PostMortem['lineEnding']): PostMortem {
  return {
    recognised: false,
    isTemplate: false,
    templateProblems: [],
    incidents: [],
    lineEnding,
    template: null,
    title: null,
    sections: [],
    starts: [],
    metadata: {},
    date: null,
    dateOrder: null,
    zone: null,
    window: { start: null, end: null, source: null, place: null },
    durations: [],
    countsSupportHours: false,
    timeline: [],
    actionItems: [],
    points: [],
    fiveWhys: [],
    figures: [],
    metricRows: [],
    reviews: [],
    approvals: [],
    references: [],
    secrets: [],
    suppressions: [],
    stage: 'draft',
    resolved: false,
  }
}
