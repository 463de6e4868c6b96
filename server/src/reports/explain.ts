/** Why a document is taken for a post-mortem, or is not: for a person, in an editor and on a terminal. */
import { FEATURES, RECOGNISED_FROM } from '../model/document/recognition-features.ts'
import type { Place, PostMortem } from '../model/post-mortem.ts'

/** @typeParam At where something stands, as whoever asks counts it */
export interface Explanation<At> {
  /** One sentence. */
  readonly verdict: string
  /** The heaviest first. */
  readonly evidence: readonly ExplainedEvidence<At>[]
  readonly sum: number
  /** From this sum on a document is a post-mortem. */
  readonly threshold: number
  /** What would change it, one sentence each. */
  readonly changes: readonly string[]
}

/** Something that counted. */
export interface ExplainedEvidence<At> {
  readonly feature: string
  readonly weight: number
  readonly reason: string
  /** Null for what stands in no line: the path, the configuration, the other files. */
  readonly at: At | null
}

/** @param atOf turns a place into what the reader can use */
export function explain<At>({ recognition, isTemplate }: PostMortem, atOf: (place: Place) => At): Explanation<At> {
  const { recognised, confirmed, near, sum } = recognition
  const evidence = recognition.evidence
    .map(({ feature, weight, place }) => ({
      feature,
      weight,
      reason: FEATURES[feature].reason,
      at: place && atOf(place),
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return { verdict: verdictOf(), evidence, sum, threshold: RECOGNISED_FROM, changes: changesOf() }

  function verdictOf(): string {
    if (recognised && isTemplate) return 'This is read as a template of post-mortems.'
    if (recognised)
      return confirmed
        ? 'This is read as a post-mortem.'
        : 'This is read as a post-mortem for its content alone, so all findings are hints.'
    return near ? 'This is not read as a post-mortem, but it is near.' : 'This is not read as a post-mortem.'
  }

  function changesOf(): string[] {
    const none = [
      '`postmortem: false` in its front matter makes it ordinary Markdown.',
      '`exclude` in .postmortem.yml does so for a folder.',
    ]
    const one = (what: string) => [
      `\`postmortem: true\` in its front matter ${what}.`,
      '`include` in .postmortem.yml does so for a folder.',
    ]
    if (recognised) return confirmed ? none : [...one('makes its findings count in full'), ...none]
    if (evidence.some(({ feature }) => feature === 'declared-none'))
      return ['Front matter or .postmortem.yml says that it is none: take that out.']
    const among = 'So would three other post-mortems in its folder, if they are most of it.'
    return [...one('makes it one'), ...(near ? [among] : [])]
  }
}
