import { expect, it } from 'vitest'
import {
  runSteps,
  type StepPosition,
  type StepResult,
  type WizardStep,
} from '../../client/src/new-post-mortem/steps.ts'

type Answers = Readonly<Record<string, string>>

/** Runs three steps, `b` only when `a` wants it, with a script of moves; tells what was asked. */
async function run(script: readonly (readonly ['next' | 'back', string] | undefined)[], start: Answers = {}) {
  const asked: string[] = []
  const moves = [...script]
  const step = (name: string, applies: (answers: Answers) => boolean): WizardStep<Answers> => ({
    applies,
    async ask(answers: Answers, { step, total }: StepPosition): Promise<StepResult<Answers> | undefined> {
      asked.push(`${name} ${step}/${total} ${answers[name] ?? '-'}`)
      const move = moves.shift()
      return move && { move: move[0], answers: { ...answers, [name]: move[1] } }
    },
  })
  const steps = [step('a', () => true), step('b', (answers) => answers['a'] !== 'no b'), step('c', () => true)]
  return { answers: await runSteps(steps, start), asked, left: moves.length }
}

it('asks one after the other', async () => {
  const { answers, asked } = await run([
    ['next', '1'],
    ['next', '2'],
    ['next', '3'],
  ])
  expect(asked).toEqual(['a 1/3 -', 'b 2/3 -', 'c 3/3 -'])
  expect(answers).toEqual({ a: '1', b: '2', c: '3' })
})

it('leaves out what does not apply, and counts without it', async () => {
  const { answers, asked } = await run([
    ['next', 'no b'],
    ['next', '3'],
  ])
  expect(asked).toEqual(['a 1/3 -', 'c 2/2 -'])
  expect(answers).toEqual({ a: 'no b', c: '3' })
})

it('keeps what was answered and typed on the way back', async () => {
  const { answers, asked } = await run([
    ['next', '1'],
    ['next', '2'],
    ['back', 'typed'],
    ['back', '2'],
    ['next', '1b'],
    ['next', '2b'],
    ['next', '3'],
  ])
  expect(asked).toEqual(['a 1/3 -', 'b 2/3 -', 'c 3/3 -', 'b 2/3 2', 'a 1/3 1', 'b 2/3 2', 'c 3/3 typed'])
  expect(answers).toEqual({ a: '1b', b: '2b', c: '3' })
})

it('goes back over a step that does not apply', async () => {
  const { asked } = await run([['next', 'no b'], ['back', ''], undefined])
  expect(asked).toEqual(['a 1/3 -', 'c 2/2 -', 'a 1/2 no b'])
})

it('asks the first again when there is nothing before it', async () => {
  const { asked } = await run([['back', 'x'], undefined])
  expect(asked).toEqual(['a 1/3 -', 'a 1/3 x'])
})

it('can be cancelled at any step', async () => {
  const { answers, asked } = await run([['next', '1'], undefined])
  expect(asked).toHaveLength(2)
  expect(answers).toBeUndefined()
})

it('has no questions to ask when none applies', async () => {
  const never: WizardStep<Answers> = { applies: () => false, ask: () => Promise.reject(new Error('not to be asked')) }
  expect(await runSteps([never], { a: '1' })).toEqual({ a: '1' })
  expect(await runSteps([], { a: '1' })).toEqual({ a: '1' })
})
