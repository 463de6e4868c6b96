/** The meaning of an abbreviation. */
export interface ZoneName {
  /** IANA zone, or UTC; null when the abbreviation is used for several. */
  id: string | null
  season: 'summer' | 'standard' | null
  /** Null for names that cover both seasons (PT) and for ambiguous ones. */
  offset: string | null
  /** The possible zones of an ambiguous abbreviation, each with its offset. */
  candidates: readonly { id: string; offset: string; season: 'summer' | 'standard' | null }[]
}

type Row = readonly [names: string, id: string, offset: string | null, season: 'summer' | 'standard' | null]

/** Abbreviations of the IANA time zone database, and names as people write them, in lower case for matching. */
const ROWS: readonly Row[] = [
  ['utc|z|zulu|coordinated universal time', 'UTC', '+00:00', null],
  ['gmt|greenwich mean time', 'UTC', '+00:00', null],
  ['wet|western european time', 'Europe/Lisbon', '+00:00', 'standard'],
  ['west|western european summer time', 'Europe/Lisbon', '+01:00', 'summer'],
  ['cet|mez', 'Europe/Berlin', '+01:00', 'standard'],
  ['cest|mesz|central european summer time', 'Europe/Berlin', '+02:00', 'summer'],
  ['central european time|norwegian time|norsk tid', 'Europe/Berlin', null, null],
  ['cet/cest', 'Europe/Berlin', null, null],
  ['eet', 'Europe/Athens', '+02:00', 'standard'],
  ['eest|eastern european summer time', 'Europe/Athens', '+03:00', 'summer'],
  ['eastern european time', 'Europe/Athens', null, null],
  ['msk|moscow time', 'Europe/Moscow', '+03:00', null],
  ['jst|japan standard time|japan time', 'Asia/Tokyo', '+09:00', null],
  ['kst|korea standard time', 'Asia/Seoul', '+09:00', null],
  ['sgt|singapore time', 'Asia/Singapore', '+08:00', null],
  ['hkt|hong kong time', 'Asia/Hong_Kong', '+08:00', null],
  ['pht|philippine time', 'Asia/Manila', '+08:00', null],
  ['wib', 'Asia/Jakarta', '+07:00', null],
  ['ict', 'Asia/Bangkok', '+07:00', null],
  ['sast', 'Africa/Johannesburg', '+02:00', null],
  ['brt', 'America/Sao_Paulo', '-03:00', null],
  ['aest', 'Australia/Sydney', '+10:00', 'standard'],
  ['aedt', 'Australia/Sydney', '+11:00', 'summer'],
  ['acst', 'Australia/Adelaide', '+09:30', 'standard'],
  ['acdt', 'Australia/Adelaide', '+10:30', 'summer'],
  ['awst', 'Australia/Perth', '+08:00', null],
  ['nzst', 'Pacific/Auckland', '+12:00', 'standard'],
  ['nzdt', 'Pacific/Auckland', '+13:00', 'summer'],
  ['est|eastern standard time', 'America/New_York', '-05:00', 'standard'],
  ['edt|eastern daylight time', 'America/New_York', '-04:00', 'summer'],
  ['et|est/edt|edt/est|eastern time|eastern', 'America/New_York', null, null],
  ['cdt|central daylight time', 'America/Chicago', '-05:00', 'summer'],
  ['ct|cst/cdt|cdt/cst|central time', 'America/Chicago', null, null],
  ['mst|mountain standard time', 'America/Denver', '-07:00', 'standard'],
  ['mdt|mountain daylight time', 'America/Denver', '-06:00', 'summer'],
  ['mt|mst/mdt|mdt/mst|mountain time', 'America/Denver', null, null],
  ['pst|pacific standard time', 'America/Los_Angeles', '-08:00', 'standard'],
  ['pdt|pacific daylight time', 'America/Los_Angeles', '-07:00', 'summer'],
  ['pt|pst/pdt|pdt/pst|pacific time|pacific', 'America/Los_Angeles', null, null],
  ['akst', 'America/Anchorage', '-09:00', 'standard'],
  ['akdt', 'America/Anchorage', '-08:00', 'summer'],
  ['hst', 'Pacific/Honolulu', '-10:00', null],
]

/** Abbreviations used in several parts of the world. */
const AMBIGUOUS: Readonly<Record<string, ZoneName['candidates']>> = {
  bst: [
    { id: 'Europe/London', offset: '+01:00', season: 'summer' },
    { id: 'Asia/Dhaka', offset: '+06:00', season: null },
  ],
  ist: [
    { id: 'Asia/Kolkata', offset: '+05:30', season: null },
    { id: 'Europe/Dublin', offset: '+01:00', season: 'summer' },
    { id: 'Asia/Jerusalem', offset: '+02:00', season: 'standard' },
  ],
  cst: [
    { id: 'America/Chicago', offset: '-06:00', season: 'standard' },
    { id: 'Asia/Shanghai', offset: '+08:00', season: null },
    { id: 'America/Havana', offset: '-05:00', season: 'standard' },
  ],
}

const NAMES: ReadonlyMap<string, ZoneName> = new Map<string, ZoneName>([
  ...ROWS.flatMap(([names, id, offset, season]) =>
    names.split('|').map((name) => [name, { id, offset, season, candidates: [] }] as const),
  ),
  ...Object.entries(AMBIGUOUS).map(
    ([name, candidates]) => [name, { id: null, offset: null, season: null, candidates }] as const,
  ),
])

/** Abbreviations that may be in lower case: no other word looks like them. */
const UNMISTAKABLE = new Set(['utc', 'gmt', 'cest', 'cet', 'jst', 'pst', 'pdt'])

/** The meaning of a zone's abbreviation or name as written; null for any other word. */
export function zoneName(written: string): ZoneName | null {
  const lower = written.toLowerCase().replace(/[ \t]+/g, ' ')
  const isAbbreviation = !lower.includes(' ') && lower !== 'pacific' && lower !== 'eastern' && lower !== 'zulu'
  if (isAbbreviation && written !== written.toUpperCase() && !UNMISTAKABLE.has(lower)) return null
  return NAMES.get(lower) ?? null
}

/** The unambiguous abbreviations of an offset such as `+02:00`, each with its zone. */
export function abbreviationsOf(offset: string): { name: string; id: string; season: ZoneName['season'] }[] {
  return ROWS.filter((row) => row[2] === offset).map(([names, id, , season]) => {
    const [name = ''] = names.split('|')
    return { name: name.toUpperCase(), id, season }
  })
}
