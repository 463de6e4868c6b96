import { enforcedTemplate } from '../../model/document/schema.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { dateInName, daysInMonth } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** An ID that does not match the pattern of the template. */
export const invalidId = defineRule({
  severity: 'warning',
  description: 'The incident ID is not of the form that the template gives.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  const pattern = enforcedTemplate(postMortem)?.idPattern
  const { id } = postMortem.metadata
  // Without a digit it means that there is no ID: `none`, `n/a`.
  if (!pattern || !id || id.unfilled || !/\d/.test(id.value.plain)) return []
  const place = { section: id.section, start: id.start, end: id.end }
  const found = expressionFor(pattern).exec(id.value.plain)
  if (!found) {
    const message = `"${shortened(id.value.plain)}" is not of the form ${pattern}.`
    return [{ ...place, message, data: { text: id.value.text, pattern } }]
  }
  const { year, month, day } = found.groups ?? {}
  if (isPossible(year, month, day)) return []
  const message = `The ID names a day that does not exist: ${[year, month, day].filter(Boolean).join('-')}.`
  return [{ ...place, message }]
}

function fix({ section, start, data }: Finding): Fix[] {
  const text = String(data['text'] ?? '')
  const id = text && reformatted(text, String(data['pattern']))
  if (!id) return []
  const edits = [{ section, start, end: start + text.length, newText: id }]
  return [{ title: `Change to ${id}`, edits, preferred: true }]
}

interface Parts {
  readonly prefix: string
  /** The date part of the pattern, such as `YYYY-MM-DD`; empty for none. */
  readonly date: string
  readonly between: string
  /** The counter, such as `XXX`; empty for none. */
  readonly counter: string
}

/** Splits a pattern such as `INC-YYYYMMDD-XXX`. */
function partsOf(pattern: string): Parts {
  const found = /^(.*?)(YYYY(?:-?MM(?:-?DD)?)?)?([^A-Za-z0-9#]*)(X+|N+|#+)?$/.exec(pattern)
  const [, prefix = pattern, date = '', between = '', counter = ''] = found ?? []
  return { prefix, date, between, counter }
}

function expressionFor(pattern: string): RegExp {
  const { prefix, date, between, counter } = partsOf(pattern)
  const day = escaped(date)
    .replace('YYYY', '(?<year>\\d{4})')
    .replace('MM', '(?<month>\\d{2})')
    .replace('DD', '(?<day>\\d{2})')
  // `X` matches anything that a team counts with; the other letters match a digit.
  const sign = counter.startsWith('X') ? '[A-Za-z0-9]' : '\\d'
  const number = counter === '' ? '' : `${sign}{${counter.length},}`
  const source = `${escaped(prefix)}${day}${escaped(between)}${number}`
  return new RegExp(`(?<![A-Za-z0-9])${source}(?![A-Za-z0-9]|-\\w)`, 'i')
}

function isPossible(year: string | undefined, month: string | undefined, day: string | undefined): boolean {
  if (!month) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return !day || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)))
}

/** The same letters and numbers in the form of the pattern; null when more than the form is wrong. */
function reformatted(text: string, pattern: string): string | null {
  const { prefix, date, between, counter } = partsOf(pattern)
  const found = /^[`*_#]*([A-Za-z]*)[^A-Za-z0-9]*([0-9](?:[0-9]|[-_./ ](?=[0-9]))*)[`*_]*$/.exec(text.trim())
  const [, letters = '', numbers = ''] = found ?? []
  const isSamePrefix = letters === '' || letters.toLowerCase() === prefix.replace(/[^A-Za-z]+$/, '').toLowerCase()
  if (!found || !isSamePrefix || counter === '') return null
  if (date === '') return /^\d+$/.test(numbers) ? `${prefix}${between}${numbers.padStart(counter.length, '0')}` : null
  const day = /^\d{4}([-_./ ]?)\d{2}\1\d{2}/.exec(numbers)?.[0] ?? ''
  const number = numbers.slice(day.length).replace(/^[-_./ ]/, '')
  const exists = dateInName(day.replace(/\D/g, ''))
  if (!date.endsWith('DD') || !exists || !/^\d+$/.test(number)) return null
  const [year = '', month = '', dayOfMonth = ''] = exists.date.split('-')
  const written = date.replace('YYYY', year).replace('MM', month).replace('DD', dayOfMonth)
  return `${prefix}${written}${between}${number.padStart(counter.length, '0')}`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
