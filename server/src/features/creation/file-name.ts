/** Names of new files. */
import type { Template } from '../../template/template.ts'

/** What a name may say. */
export interface NameParts {
  readonly title: string
  /** `YYYY-MM-DD`. */
  readonly date: string | null
  readonly id: string | null
}

/** The file name: the pattern `{date}-{slug}.md` with its variables replaced. */
export function fileNameFor(pattern: string, { id: template }: Pick<Template, 'id'>, parts: NameParts): string {
  const values: Record<string, string> = {
    date: parts.date ?? '',
    id: parts.id ?? '',
    slug: slugOf(parts.title),
    template,
  }
  const name = pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
  const dot = name.lastIndexOf('.')
  // An empty value leaves its separator: `-checkout.md`.
  const stem = name.slice(0, dot).replace(/^[-_.\s]+|[-_.\s]+$/g, '') || 'post-mortem'
  return `${stem}${DEVICE.test(stem) ? '-post-mortem' : ''}${name.slice(dot)}`
}

/** Device names that Windows reserves, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Words joined by hyphens: letters and digits of any script, at most 60 characters. Only Latin loses its accents. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
  const words = plain.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // By code points, not code units: half a surrogate pair cannot be encoded in a URI.
  return [...words.join('-')].slice(0, 60).join('').replace(/-+$/, '') || 'post-mortem'
}
