import { describe, expect, it } from 'vitest'
import {
  type Folder,
  type InputCheck,
  inFolder,
  NO_ANSWERS,
  newPostMortemSteps,
  type PickItem,
  type Prompter,
  type PromptResult,
  type ServerQueries,
  templateOf,
} from '../../client/src/new-post-mortem/questions.ts'
import { runSteps } from '../../client/src/new-post-mortem/steps.ts'
import type { NewPostMortemDefaults } from '../../server/src/protocol.ts'

const ONE: Folder[] = [{ uri: 'file:///shop', name: 'shop' }]
const TWO: Folder[] = [...ONE, { uri: 'file:///bank', name: 'bank' }]

const defaultsOf = (folder: string | null): NewPostMortemDefaults => ({
  templates: [
    {
      id: 'big',
      name: 'Big',
      description: 'All of it',
      severities: [{ value: 'SEV0', meaning: 'All down' }],
      start: 'moment',
    },
    { id: 'small', name: 'Small', description: 'A page', severities: [], start: 'moment' },
    { id: 'day', name: 'Day', description: 'No times', severities: [], start: 'day' },
    { id: 'bare', name: 'Bare', description: 'Nothing', severities: [], start: null },
  ],
  startedAt: folder === 'file:///bank' ? '2026-01-15 23:00' : '2026-01-15 14:00',
  timeZone: folder === 'file:///bank' ? 'Asia/Tokyo' : 'UTC',
  problems: [],
})

/** A server that reads only clock times. */
function fakeServer() {
  const calls: string[] = []
  const asked: ServerQueries = {
    async defaults(folder) {
      calls.push(`defaults ${folder}`)
      return defaultsOf(folder)
    },
    async readStart(folder, text) {
      calls.push(`read ${folder} ${text}`)
      const ok = /\d\d:\d\d$/.test(text)
      return { startedAt: ok ? text : null, message: ok ? `On ${text}` : 'Not a time.' }
    },
  }
  return { asked, calls }
}

/** A person who answers by a script, and what they were shown. */
function person(script: readonly (PromptResult | undefined)[]) {
  const seen: string[] = []
  const checks: InputCheck[] = []
  const answers = [...script]
  const prompter: Prompter = {
    async pick({ position, choices, selected }) {
      const show = ({ value, label }: PickItem) => `${value === selected ? '*' : ''}${label}`
      seen.push(`${position.step}/${position.total} ${choices.map(show).join(', ')}`)
      return answers.shift()
    },
    async input({ position, prompt, value, check }) {
      seen.push(`${position.step}/${position.total} ${prompt} <${value}>`)
      const answer = answers.shift()
      if (answer) checks.push(await check(answer.value ?? ''))
      return answer
    },
  }
  return { prompter, seen, checks }
}

const next = (value: string): PromptResult => ({ move: 'next', value })
const back = (value?: string): PromptResult => ({ move: 'back', value })

async function run(folders: readonly Folder[], script: readonly (PromptResult | undefined)[]) {
  const { asked, calls } = fakeServer()
  const { prompter, seen, checks } = person(script)
  const start = folders.length > 1 ? NO_ANSWERS : await inFolder(NO_ANSWERS, folders[0] ?? null, asked)
  const answers = await runSteps(newPostMortemSteps(prompter, asked, folders), start)
  return { answers, seen, checks, calls }
}

describe('New Post-Mortem asks', () => {
  it('in one folder: template, title, severity, start', async () => {
    const { answers, seen, calls } = await run(ONE, [
      next('big'),
      next('No mail'),
      next('SEV0'),
      next('yesterday 10:00'),
    ])
    expect(seen).toEqual([
      '1/4 Big, Small, Day, Bare',
      '2/4 What happened, in a few words? It becomes the title. <>',
      '3/4 SEV0, Not known yet',
      '4/4 When did it start? Times are in UTC. <2026-01-15 14:00>',
    ])
    expect(answers).toMatchObject({
      folder: ONE[0],
      template: 'big',
      title: 'No mail',
      severity: 'SEV0',
      startedAt: 'yesterday 10:00',
    })
    expect(calls).toEqual(['defaults file:///shop', 'read file:///shop yesterday 10:00'])
  })

  it('no severity where the template has none', async () => {
    const { seen } = await run(ONE, [next('small'), next('No mail'), next('10:00')])
    expect(seen.map((line) => line.slice(0, 3))).toEqual(['1/4', '2/3', '3/3'])
  })

  it('for the folder first when there are two, with the times of that folder', async () => {
    const { answers, seen, calls } = await run(TWO, [
      next('file:///bank'),
      next('small'),
      next('No cash'),
      next('23:00'),
    ])
    expect(seen[0]).toBe('1/5 shop, bank')
    expect(seen[3]).toBe('4/4 When did it start? Times are in Asia/Tokyo. <2026-01-15 23:00>')
    expect(answers?.folder).toEqual(TWO[1])
    expect(calls).toEqual(['defaults file:///bank', 'read file:///bank 23:00'])
  })

  it('without a folder', async () => {
    const { answers, calls } = await run([], [next('small'), next('No mail'), next('10:00')])
    expect(answers?.folder).toBeNull()
    expect(calls).toEqual(['defaults null', 'read null 10:00'])
  })
})

describe('on the way back', () => {
  it('everything that was chosen or typed is still there', async () => {
    const { seen } = await run(ONE, [
      next('big'),
      next('No mail'),
      next('SEV0'),
      back('10:0'),
      back(),
      back('No mail at all'),
      next('big'),
      next('No mail at all'),
      next('SEV0'),
      undefined,
    ])
    expect(seen.slice(4)).toEqual([
      '3/4 *SEV0, Not known yet',
      '2/4 What happened, in a few words? It becomes the title. <No mail>',
      '1/4 *Big, Small, Day, Bare',
      '2/4 What happened, in a few words? It becomes the title. <No mail at all>',
      '3/4 *SEV0, Not known yet',
      '4/4 When did it start? Times are in UTC. <10:0>',
    ])
  })

  it('another folder brings its own times, as long as nothing was typed', async () => {
    const { seen } = await run(TWO, [
      next('file:///shop'),
      next('small'),
      next('No mail'),
      back('2026-01-15 14:00'),
      back('No mail'),
      back(),
      next('file:///bank'),
      next('small'),
      next('No mail'),
      undefined,
    ])
    expect(seen[6]).toBe('1/4 *shop, bank')
    expect(seen.at(-1)).toBe('4/4 When did it start? Times are in Asia/Tokyo. <2026-01-15 23:00>')
  })

  it('the same folder is not listed twice', async () => {
    const { calls } = await run(TWO, [next('file:///shop'), back(), next('file:///shop'), undefined])
    expect(calls).toEqual(['defaults file:///shop'])
  })
})

describe('typed text is checked', () => {
  it('a title may not be empty', async () => {
    const { checks } = await run(ONE, [next('small'), next('  '), undefined])
    expect(checks).toEqual([{ ok: false, message: 'A post-mortem needs a title.' }])
  })

  it('a start is read by the server, which says what it understood', async () => {
    const { checks } = await run(ONE, [next('small'), next('No mail'), next('soon')])
    expect(checks[1]).toEqual({ ok: false, message: 'Not a time.' })
    const good = await run(ONE, [next('small'), next('No mail'), next('2026-01-15 10:00')])
    expect(good.checks[1]).toEqual({ ok: true, message: 'On 2026-01-15 10:00' })
  })
})

it('returns nothing when the user cancels', async () => {
  expect((await run(TWO, [undefined])).answers).toBeUndefined()
  expect((await run(ONE, [next('big'), undefined])).answers).toBeUndefined()
})

it('forgets a template that another folder does not have', () => {
  const answers = { ...NO_ANSWERS, template: 'gone', defaults: defaultsOf(null) }
  expect(templateOf(answers)).toBeUndefined()
  expect(templateOf({ ...answers, template: 'small' })?.name).toBe('Small')
})
