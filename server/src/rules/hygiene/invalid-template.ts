import { defineRule } from '../rule.ts'

/** A mistake in a template file: the only rule that looks at templates, and it looks at nothing else. */
export const invalidTemplate = defineRule({
  severity: 'error',
  description: 'A template says something that cannot be used.',
  scope: 'document',
  check: ({ templateProblems }) => [...templateProblems],
})
