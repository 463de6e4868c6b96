import { closestName, unknownName } from '../../config/nearest.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A name in the front matter that is that of no template: then nothing is checked against it. */
export const unknownTemplate = defineRule({
  severity: 'warning',
  description: 'The front matter names a template that there is not.',
  scope: 'document',
  check,
  fix,
})

function check({ namedTemplate, templateIds }: PostMortem): Report[] {
  if (!namedTemplate || namedTemplate.exists) return []
  const { section, start, end, name } = namedTemplate
  const near = closestName(name, templateIds)
  return [{ section, start, end, message: unknownName('template', name, near), data: near === null ? {} : { near } }]
}

function fix({ section, start, end, data }: Finding): Fix[] {
  const near = data['near']
  if (typeof near !== 'string') return []
  return [{ title: `Change to ${near}`, edits: [{ section, start, end, newText: near }], preferred: true }]
}
