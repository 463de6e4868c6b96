/**
 * Checks where messages begin and end before the library reads them. It believes any length: with one that is negative,
 * or larger than what ever comes, it would wait for ever.
 */
import { Transform, type TransformCallback } from 'node:stream'

/** The largest message, bytes. Editors do not send larger documents to a server. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

/** The most that stands before a message, bytes: its length and its encoding. */
const MAX_HEADER_BYTES = 1_024

/** A header as far as it has come: lines of a name and a value, each with CRLF, then an empty one. */
const HEADER_SO_FAR = /^(?:[A-Za-z][\w-]*:[^\r\n]*\r\n)*(?:[A-Za-z][\w-]*(?::[^\r\n]*\r?)?|\r)?$/
const END_OF_HEADER = '\r\n\r\n'
const LENGTH = /^Content-Length:[ \t]*([^\r\n]*?)[ \t]*$/gim

/** After this nobody can tell where the next message begins. */
export class BrokenFrame extends Error {}

/** Lets through what is well framed as it is; else the stream ends with a {@link BrokenFrame}. */
export class CheckedFrames extends Transform {
  #header = ''
  /** Bytes of the message that are still to come. */
  #left = 0

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const problem = this.#problemOf(chunk)
    if (problem === null) done(null, chunk)
    else done(new BrokenFrame(problem))
  }

  #problemOf(chunk: Buffer): string | null {
    for (let at = 0; at < chunk.length; ) {
      const passed = Math.min(this.#left, chunk.length - at)
      this.#left -= passed
      at += passed
      if (at === chunk.length) break
      const before = this.#header.length
      const header = this.#header + chunk.toString('latin1', at, at + MAX_HEADER_BYTES + 1)
      const end = header.indexOf(END_OF_HEADER)
      this.#header = end < 0 ? header : header.slice(0, end + 2)
      if (!HEADER_SO_FAR.test(this.#header)) return `not a message header: ${JSON.stringify(this.#header.slice(0, 80))}`
      if (this.#header.length > MAX_HEADER_BYTES) return `a message header of more than ${MAX_HEADER_BYTES} bytes`
      if (end < 0) break
      at += end + END_OF_HEADER.length - before
      const [length, ...more] = [...this.#header.matchAll(LENGTH)].map(([, value = '']) => value)
      this.#header = ''
      if (length === undefined || more.length > 0) return 'a message header needs one Content-Length'
      if (!/^\d+$/.test(length)) return `Content-Length must be a number of bytes, not ${JSON.stringify(length)}`
      if (Number(length) > MAX_MESSAGE_BYTES)
        return `Content-Length is ${length}, and a message has at most ${MAX_MESSAGE_BYTES} bytes`
      this.#left = Number(length)
    }
    return null
  }
}
