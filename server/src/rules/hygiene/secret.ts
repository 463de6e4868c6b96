import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** Keys, tokens and passwords. */
export const secret = defineRule({
  severity: 'warning',
  description: 'The text holds a key, a token or a password.',
  scope: 'document',
  check,
  fix,
})

function check({ secrets }: PostMortem): Report[] {
  return secrets.map(({ what, ...place }) => {
    return { ...place, message: `${what}. Take it out before you share this, and replace it if it is in use.` }
  })
}

function fix({ section, start, end }: Finding): Fix[] {
  return [{ title: 'Replace by [redacted]', edits: [{ section, start, end, newText: '[redacted]' }], preferred: true }]
}
