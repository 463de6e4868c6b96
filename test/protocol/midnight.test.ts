/** A new day begins while a document is open: what is overdue by then is shown without an edit. */
import { describe, expect, it } from 'vitest'
import { PULLING, PUSHED } from './kit/editor.ts'
import { REST, startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/queue.md'
const TEXT = `# Post-mortem: Queue full

- **Date**: 2026-03-02

## Root cause

A.

## Timeline

- 2026-03-02 13:42 UTC: full

## Action items

- [ ] Alert
  - **Due**: 2026-03-10
`
const MINUTE = 60_000

/** A session whose clock goes when it is told to. */
async function session(capabilities: typeof PULLING) {
  let now = Date.parse('2026-03-10T23:58:00Z')
  const started = await startSession({ capabilities, now: () => now })
  return {
    ...started,
    async pass(minutes: number) {
      for (let minute = 0; minute < minutes; minute++) {
        await started.editor.settled()
        now += MINUTE
        started.scheduler.pass(MINUTE)
      }
      await started.editor.settled()
    },
  }
}

describe('at midnight', () => {
  it('a client that pulls is asked to pull again, once', async () => {
    const { editor, pass } = await session(PULLING)
    editor.open(URI, TEXT)
    const overdue = async () => (await editor.pull(URI)).filter(({ code }) => code === 'action-overdue')
    expect(await overdue()).toEqual([])
    await pass(1)
    const before = editor.refreshed.diagnostics
    expect(await overdue()).toEqual([])
    await pass(1)
    expect(editor.refreshed.diagnostics).toBe(before + 1)
    expect(await overdue()).toHaveLength(1)
    await pass(20)
    expect(editor.refreshed.diagnostics).toBe(before + 1)
  })

  it('the others are pushed the new findings', async () => {
    const { editor, scheduler, pass } = await session(PUSHED)
    editor.open(URI, TEXT)
    const last = () => editor.pushes.at(-1)?.diagnostics.map(({ code }) => code)
    await pass(1)
    expect(last()).not.toContain('action-overdue')
    await pass(1)
    scheduler.pass(REST)
    await editor.settled()
    expect(last()).toContain('action-overdue')
  })
})
