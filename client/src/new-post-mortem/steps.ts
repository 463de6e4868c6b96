/** Runs the steps of a wizard, forwards and backwards. Independent of VS Code. */

/** The position of a step among those that apply. */
export interface StepPosition {
  /** 1-based. */
  readonly step: number
  readonly total: number
}

/** The result of a step: the direction, with the answers so far. */
export interface StepResult<Answers> {
  readonly move: 'next' | 'back'
  readonly answers: Answers
}

/** A step of a wizard. */
export interface WizardStep<Answers> {
  /** Whether it applies, given the other answers. */
  applies(answers: Answers): boolean
  /** Asks; undefined when cancelled. When going back it may keep the typed text. */
  ask(answers: Answers, position: StepPosition): Promise<StepResult<Answers> | undefined>
}

/**
 * Runs the steps that apply, in order, until the last is answered. Answers are kept when going back.
 * @returns undefined when cancelled
 */
export async function runSteps<Answers>(
  steps: readonly WizardStep<Answers>[],
  start: Answers,
): Promise<Answers | undefined> {
  let answers = start
  let current = steps.findIndex((step) => step.applies(answers))
  while (true) {
    const step = steps[current]
    if (step === undefined) return answers
    const asked = steps.filter((other) => other === step || other.applies(answers))
    const reply = await step.ask(answers, { step: asked.indexOf(step) + 1, total: asked.length })
    if (reply === undefined) return undefined
    answers = reply.answers
    current = reply.move === 'next' ? nextOf(steps, answers, current) : previousOf(steps, answers, current)
  }
}

function nextOf<Answers>(steps: readonly WizardStep<Answers>[], answers: Answers, current: number): number {
  const next = steps.findIndex((step, index) => index > current && step.applies(answers))
  return next === -1 ? steps.length : next
}

/** Going back from the first step repeats it. */
function previousOf<Answers>(steps: readonly WizardStep<Answers>[], answers: Answers, current: number): number {
  const previous = steps.findLastIndex((step, index) => index < current && step.applies(answers))
  return previous === -1 ? current : previous
}
