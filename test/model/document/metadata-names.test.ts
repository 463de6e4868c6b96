import { describe, expect, it } from 'vitest'
import { metadataName } from '../../../server/src/model/document/metadata.ts'
import { nameKey } from '../../../server/src/template/names.ts'

describe('names of fields in the head', () => {
  it.each([
    ['Incident from', 'start'],
    ['Impact start', 'start'],
    ['Issue began', 'start'],
    ['Start Date/Time', 'start'],
    ['Incident started', 'start'],
    ['Outage started at (UTC)', 'start'],
    ['Incident until', 'end'],
    ['Impact end', 'end'],
    ['Issue resolved', 'end'],
    ['Date/Time Resolved', 'end'],
    ['Date/Time Detected', 'detected'],
    ['Time detected', 'detected'],
    ['Retro held', 'review'],
    ['Beginn der Störung', 'start'],
    ['Störung behoben', 'end'],
    ['Vorfall erkannt', 'detected'],
    ["Début de l'incident", 'start'],
    ['Date et heure de résolution', 'end'],
    ['Inicio del incidente', 'start'],
    ['Fecha y hora de detección', 'detected'],
    ['Término do incidente', 'end'],
    ['Feilen oppstod', 'start'],
    ['Retro holdt', 'review'],
    ['障害発生日時', 'start'],
    ['検知時刻', 'detected'],
    ['振り返り実施日', 'review'],
    ['Starting point', null],
    ['Impact', null],
    ['Resolution', null],
  ])('%s', (name, expected) => expect(metadataName(nameKey(name))).toBe(expected))
})
