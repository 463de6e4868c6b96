import type { Rule } from '../rule.ts'

/** A mistake in a template file: the only rule that looks at templates, and it looks at nothing else. */
export const invalidTemplate: Rule = {
  meta: {
    id: 'invalid-template',
    group: 'hygiene',
    severity: 'error',
    aboutUnfinished: false,
    description: 'A template says something that cannot be used.',
    since: '0.1.0',
  },
  scope: 'document',
  check: ({ templateProblems }) => [...templateProblems],
}
