/** Text in brackets that tells an author what to write there, in templates that nobody has shown us. */

/** What guidance begins with. */
const LEAD =
  /^(?:\d+\s?[-–]\s?\d+ (?:sentence|line|paragraph|word|bullet)s?\b|(?:a |the )?(?:brief|short|detailed|one-line|high-level|step-by-step|deeper|additional) |(?:description|list|date|time|name|names|number|summary|explanation|analysis|link|links|amount|percentage) (?:of|to) |(?:describe|explain|list|add|insert|fill|enter|estimate|summari[sz]e|include|specify|provide) |(?:how|what|who|why|when|where|which) )/i
/** Words of which short guidance is made: `Start time`, `Team/Person`, `Factor 1`. */
const WORDS =
  /^(?:(?:name|title|date|time|start|end|duration|total|number|person|people|team|owner|who|what|value|result|description|details?|link|links|id|incident|severity|status|priority|author|commander|role|signature|yes|no|draft|final|factor|cause|root|step|action|item|assessment|estimate|findings?|percentage|percent|amount|region|how|when|why|where|related|answer|metric|issue|feature|short|brief|impact|before|during|after|or|of|the|and|if|applicable|verification|improvement|area|positive|aspect|good|thing|affected|users?|services?|list|estimated)(?!\p{L})[\s/,&-]*(?:\d{1,2}[\s/,&-]*)?)+$/iu
/** Says itself that it is still to be written. */
const LATER = /^(?:tb[acd]|to be (?:added|written|confirmed|determined|completed)|.{0,60}\bto fill in)$/i
/** Levels to choose from: `SEV0/SEV1/SEV2`, `P1 | P2`. */
const LEVELS = /^(?:SEV|S|P)-?\d(?:\s*[/|]\s*(?:SEV|S|P)?-?\d)+$/i
/** An ID, a tag, what was taken out, a number: brackets that stand for something else. */
const NONE = /^(?:[\p{Lu}\d_-]{1,12}|redacted|removed|sic|\W*\d+(?:[\W_]\d+)*\W*)$/u

/**
 * Whether the text in brackets reads as guidance.
 * @param isAll whether the brackets are all of a value, cell, item or paragraph: otherwise only what says so counts
 */
export function isGuidance(inner: string, isAll: boolean): boolean {
  const text = inner.trim()
  if (LATER.test(text)) return true
  return isAll && !NONE.test(text) && (LEAD.test(text) || WORDS.test(text) || LEVELS.test(text))
}
