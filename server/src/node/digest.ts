import { createHash } from 'node:crypto'

/** Changes with the text: 128 bits of its SHA-256, as 22 characters. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
