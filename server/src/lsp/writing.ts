/** Tells a client that asked for it what keys do in each version of a document. */
import type { Scheduler } from '../ports.ts'
import { WritingNotification, type WritingParams } from '../protocol.ts'
import type { Session } from './convert.ts'
import { guarded } from './guard.ts'

/** How long a document rests before it is told, ms. The client carries on by itself until then. */
const REST_MS = 40
/** While an incident goes on, the time that Enter writes is told again, ms. */
const REPEAT_MS = 20_000

/** Follows the documents. */
export interface WritingFeed {
  /** A document was opened or has changed. */
  changed(uri: string): void
  closed(uri: string): void
  /** Something that every document depends on has changed. */
  allChanged(): void
}

/** State: the documents of which something is known, and the timers of those that wait. */
export function feedWriting({ connection, service }: Session, scheduler: Scheduler): WritingFeed {
  const waiting = new Map<string, { cancel(): void }>()
  const known = new Set<string>()
  const later = (uri: string, delay: number) => {
    waiting.get(uri)?.cancel()
    waiting.set(
      uri,
      scheduler.after(delay, () => void push(uri)),
    )
  }
  const push = guarded(connection, undefined, async (uri: string) => {
    waiting.delete(uri)
    const view = await service.view(uri)
    if (!view) return
    const { isTimed, ...writing } = service.writing(view)
    const isNothing = writing.lines.length === 0 && writing.placeholders.length === 0
    // Ordinary Markdown is not spoken of.
    if (isNothing && !known.has(uri)) return
    if (isNothing) known.delete(uri)
    else known.add(uri)
    const params: WritingParams = { uri, version: view.version, ...writing }
    await connection.sendNotification(WritingNotification.method, params)
    if (isTimed && !waiting.has(uri)) later(uri, REPEAT_MS)
  })
  return {
    changed: (uri) => later(uri, REST_MS),
    closed: (uri) => {
      waiting.get(uri)?.cancel()
      waiting.delete(uri)
      known.delete(uri)
    },
    allChanged: () => {
      for (const uri of service.openUris()) later(uri, REST_MS)
    },
  }
}

/** For a client that did not ask. */
export const NO_WRITING_FEED: WritingFeed = {
  changed: () => undefined,
  closed: () => undefined,
  allChanged: () => undefined,
}
