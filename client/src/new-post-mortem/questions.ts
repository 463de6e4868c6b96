/** The questions of New Post-Mortem. Independent of VS Code: user interface and server are passed in. */
import type { NewPostMortemDefaults, ReadStartResult, TemplateSummary } from '../../../server/src/protocol.ts'
import type { StepPosition, StepResult, WizardStep } from './steps.ts'

/** A workspace folder. */
export interface Folder {
  readonly uri: string
  readonly name: string
}

/** The answers so far; `undefined` means not asked yet. */
export interface Answers {
  /** Null when no folder is open. */
  readonly folder: Folder | null | undefined
  /** For that folder. */
  readonly defaults: NewPostMortemDefaults | undefined
  /** Id of a template. */
  readonly template: string | undefined
  readonly title: string
  /** Empty: not known yet. */
  readonly severity: string | undefined
  /** As typed; undefined while the suggestion is unchanged. */
  readonly startedAt: string | undefined
}

/** Before the first question. */
export const NO_ANSWERS: Answers = {
  folder: undefined,
  defaults: undefined,
  template: undefined,
  title: '',
  severity: undefined,
  startedAt: undefined,
}

/** An item of a list. */
export interface PickItem {
  readonly value: string
  readonly label: string
  readonly description: string
}

/** The answer to a question: `value` is undefined when the user went back without choosing. */
export interface PromptResult {
  readonly move: 'next' | 'back'
  readonly value: string | undefined
}

/** Validation of a text while it is typed. */
export interface InputCheck {
  readonly ok: boolean
  readonly message: string
}

/** Asks the user; undefined when cancelled. */
export interface Prompter {
  pick(question: {
    position: StepPosition
    placeholder: string
    choices: readonly PickItem[]
    /** Value of the initially active item. */
    selected: string | undefined
  }): Promise<PromptResult | undefined>
  input(question: {
    position: StepPosition
    prompt: string
    placeholder: string
    value: string
    /** Called after each pause in typing, and before the answer is accepted, which requires `ok`. */
    check(text: string): Promise<InputCheck>
  }): Promise<PromptResult | undefined>
}

/** The requests to the server. */
export interface ServerQueries {
  defaults(folder: string | null): Promise<NewPostMortemDefaults>
  /** @param isDay whether a day alone is enough */
  readStart(folder: string | null, text: string, isDay: boolean): Promise<ReadStartResult>
}

/** The chosen template, undefined when none is chosen or the folder has no such template. */
export function templateOf({ defaults, template }: Answers): TemplateSummary | undefined {
  return defaults?.templates.find(({ id }) => id === template)
}

/** What of a template decides what is asked; before it is chosen, whether any template asks for it. */
function asks(answers: Answers, question: (template: TemplateSummary) => boolean): boolean {
  const chosen = templateOf(answers)
  return chosen ? question(chosen) : (answers.defaults?.templates.some(question) ?? true)
}

/** The last of the severities to choose from. */
const NOT_KNOWN: PickItem = { value: '', label: 'Not known yet', description: 'It stays open in the document' }

/** The steps of New Post-Mortem. The folder is asked for only when there is more than one and none was given. */
export function newPostMortemSteps(
  prompter: Prompter,
  server: ServerQueries,
  folders: readonly Folder[],
): WizardStep<Answers>[] {
  return [
    {
      applies: () => folders.length > 1,
      async ask(answers, position) {
        const response = await prompter.pick({
          position,
          placeholder: 'In which folder?',
          choices: folders.map(({ uri, name }) => ({ value: uri, label: name, description: '' })),
          selected: answers.folder?.uri,
        })
        const folder = folders.find(({ uri }) => uri === response?.value)
        if (response === undefined || folder === undefined) return reply(response, answers)
        return reply(response, await inFolder(answers, folder, server))
      },
    },
    {
      applies: () => true,
      async ask(answers, position) {
        const response = await prompter.pick({
          position,
          placeholder: 'Which template?',
          choices: (answers.defaults?.templates ?? []).map(({ id, name, description }) => ({
            value: id,
            label: name,
            description,
          })),
          selected: answers.template,
        })
        return reply(response, { ...answers, template: response?.value ?? answers.template })
      },
    },
    {
      applies: () => true,
      async ask(answers, position) {
        const response = await prompter.input({
          position,
          prompt: 'What happened, in a few words? It becomes the title.',
          placeholder: 'Checkout refuses all cards',
          value: answers.title,
          check: async (text) =>
            text.trim() === '' ? { ok: false, message: 'A post-mortem needs a title.' } : { ok: true, message: '' },
        })
        return reply(response, { ...answers, title: response?.value ?? answers.title })
      },
    },
    {
      applies: (answers) => asks(answers, ({ severities }) => severities.length > 0),
      async ask(answers, position) {
        const response = await prompter.pick({
          position,
          placeholder: 'How bad is it?',
          choices: [
            ...(templateOf(answers)?.severities ?? []).map(({ value, meaning }) => ({
              value,
              label: value,
              description: meaning,
            })),
            NOT_KNOWN,
          ],
          selected: answers.severity,
        })
        return reply(response, { ...answers, severity: response?.value ?? answers.severity })
      },
    },
    {
      applies: (answers) => asks(answers, ({ start }) => start !== null),
      async ask(answers, position) {
        const isDay = templateOf(answers)?.start === 'day'
        const now = answers.defaults?.startedAt ?? ''
        const suggestion = isDay ? now.slice(0, DAY.length) : now
        const zone = answers.defaults?.timeZone ?? 'UTC'
        const response = await prompter.input({
          position,
          prompt: isDay ? 'On which day did it start?' : `When did it start? Times are in ${zone}.`,
          placeholder: isDay ? DAY : `${DAY} HH:MM`,
          value: answers.startedAt ?? suggestion,
          check: async (text) => {
            const { startedAt, message } = await server.readStart(answers.folder?.uri ?? null, text, isDay)
            return { ok: startedAt !== null, message }
          },
        })
        const typed = response?.value === suggestion ? undefined : response?.value
        return reply(response, { ...answers, startedAt: typed })
      },
    },
  ]
}

/** The answers with a chosen folder: earlier choices are kept if they exist for that folder. */
export async function inFolder(answers: Answers, folder: Folder | null, server: ServerQueries): Promise<Answers> {
  if (answers.defaults !== undefined && folder?.uri === answers.folder?.uri) return answers
  return { ...answers, folder, defaults: await server.defaults(folder?.uri ?? null) }
}

const DAY = 'YYYY-MM-DD'

const reply = (response: PromptResult | undefined, answers: Answers): StepResult<Answers> | undefined =>
  response && { move: response.move, answers }
