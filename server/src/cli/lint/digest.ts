/** Whether a text is the same as before. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'

/** A larger file (bytes) is neither a post-mortem nor a configuration. */
export const LARGEST = 8 * 1024 * 1024

/** A digest of a text: 128 bits of its SHA-256. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** The text of a file as the service would read it; null when it cannot be read, or is too large. */
export function smallText(path: string): string | null {
  try {
    return statSync(path).size > LARGEST ? null : readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
