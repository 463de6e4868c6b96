/** A cheap look at a text before its sentences are read: most texts hold no word that the patterns begin with. */

/** At least one of these is in every passage that is found. They may stand between marks of emphasis. */
const TRIGGER = new RegExp(
  [
    '(?<![a-z])(?:',
    // Counterfactuals and what was left undone.
    "(?:failed|neglected|forgot|forgotten|only|(?:should|could|would|ought)(?:n['’]t)?['’]ve)(?![a-z])",
    // Advice.
    '|(?:careful|cautious|vigilant|attentive|diligent|attention|harder|remember)(?![a-z])',
    // People as a cause.
    '|(?:caused|fault|operator|human)(?![a-z])|user(?![a-z])[^a-z]{1,40}error|blam(?:e|ed|es|ing)(?![a-z])',
    // Judgements.
    '|(?:careless|negligen|incompeten|slopp|hast(?:y|ily)|reckless|irresponsib|thoughtless|inadequate)',
    '|(?:obvious|stupid|silly|dumb|rookie|avoidable)(?![a-z])',
    ')',
  ].join(''),
  'i',
)
const MODAL = /(?<![a-z])(?:should|could|would|ought)(?![a-z])/i
const HAVE = /(?<![a-z])have(?![a-z])|['’]ve(?![a-z])/i

/** Whether any sentence of a text can judge somebody. */
export function mayBlame(text: string): boolean {
  return TRIGGER.test(text) || (HAVE.test(text) && (MODAL.test(text) || /n['’]t/i.test(text)))
}
