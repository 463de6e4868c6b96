import { defineRule } from '../rule.ts'

/** A mistake in a template file. The only rule for templates, and only for them. */
export const invalidTemplate = defineRule({
  severity: 'error',
  description: 'A template says something that cannot be used.',
  scope: 'document',
  check: ({ templateProblems }) => [...templateProblems],
})
