/** Which texts in brackets tell an author what to write there. */
import { expect, test } from 'vitest'
import { isGuidance, isPutOff } from '../../server/src/template/guidance.ts'

test.each([
  'Date of incident',
  '2-3 sentence summary of what happened',
  'Start time',
  'Team/Person',
  'Factor 1',
  'SEV1/SEV2/SEV3',
  'What was done',
  'Hva som skjedde',
  'Navn',
  'Ansvarlig',
  'Was ist passiert',
  'Name des Dienstes',
  '2-3 Sätze',
  'Ce qui a été fait',
  'Nom du service',
  'Qué pasó',
  'Fecha de inicio',
  'O que aconteceu',
  'Descrição do problema',
  '担当者',
])('guidance where it is all of a value, and not in a text: %s', (text) => {
  expect(isGuidance(text, true)).toBe(true)
  expect(isGuidance(text, false)).toBe(false)
})

test.each(['TBD', 'tbc', 'to be confirmed', 'names to fill in', 'noms à compléter', 'Namen zu ergänzen', '要確認'])(
  'guidance anywhere: %s',
  (text) => expect(isGuidance(text, false)).toBe(true),
)

test.each([
  '14:02',
  '2025-03-14',
  'PM-12',
  'REDACTED',
  'Redacted',
  'payments',
  'hook',
  'Slack thread',
  'Save',
  'sic',
  'x',
  '…',
  'Ida Berg',
  'Edited on 3 March',
  'kiosk-2',
])('none: %s', (text) => {
  expect(isGuidance(text, true)).toBe(false)
  expect(isGuidance(text, false)).toBe(false)
})

test.each([
  ['TBD', true],
  ['to be announced', true],
  ['todo', true],
  ['...', true],
  ['à définir', true],
  ['por confirmar', true],
  ['noch zu klären', true],
  ['To be or not', false],
  ['Todos', false],
])('%s puts off: %s', (text, expected) => expect(isPutOff(text)).toBe(expected))
