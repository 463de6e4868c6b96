/**
 * What a message must be before a handler sees it: sent when the protocol allows it, with parameters of the right kind.
 * LSP 3.17, "Server lifecycle" and "Base protocol"; what is refused here reaches handlers under a name of its own.
 */
import * as v from 'valibot'
import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  Message,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver'

const REFUSED = 'postmortem/refused'

interface Refusal {
  readonly code: number
  readonly message: string
}

const INTEGER = v.pipe(v.number(), v.integer(), v.minValue(0))
const POSITION = v.looseObject({ line: INTEGER, character: INTEGER })
const RANGE = v.looseObject({ start: POSITION, end: POSITION })
const URI = v.looseObject({ uri: v.string() })
const DOCUMENT = v.looseObject({ textDocument: URI })
const AT = v.looseObject({ textDocument: URI, position: POSITION })
const FOLDER = { folder: v.nullish(v.string()) }
const TEXT_OR_NULL = v.nullish(v.string())

/** By method; what is not named here may be anything. */
const PARAMS: Readonly<Record<string, v.GenericSchema>> = {
  'textDocument/hover': AT,
  'textDocument/completion': AT,
  'textDocument/codeLens': DOCUMENT,
  'textDocument/documentSymbol': DOCUMENT,
  'textDocument/diagnostic': DOCUMENT,
  'textDocument/inlayHint': v.looseObject({ textDocument: URI, range: RANGE }),
  'textDocument/codeAction': v.looseObject({
    textDocument: URI,
    range: RANGE,
    context: v.looseObject({
      diagnostics: v.array(v.looseObject({ range: RANGE })),
      only: v.nullish(v.array(v.string())),
    }),
  }),
  'codeAction/resolve': v.looseObject({ title: v.string() }),
  'workspace/executeCommand': v.looseObject({ command: v.string(), arguments: v.nullish(v.array(v.any())) }),
  'textDocument/didOpen': v.looseObject({
    textDocument: v.looseObject({ uri: v.string(), version: v.number(), text: v.string() }),
  }),
  'textDocument/didChange': v.looseObject({
    textDocument: v.looseObject({ uri: v.string(), version: v.number() }),
    contentChanges: v.array(v.looseObject({ text: v.string(), range: v.optional(RANGE) })),
  }),
  'textDocument/didClose': DOCUMENT,
  'workspace/didChangeWatchedFiles': v.looseObject({ changes: v.array(URI) }),
  'workspace/didChangeWorkspaceFolders': v.looseObject({
    event: v.looseObject({ added: v.array(URI), removed: v.array(URI) }),
  }),
  'postmortem/newPostMortemDefaults': v.looseObject(FOLDER),
  'postmortem/readStart': v.looseObject({ ...FOLDER, text: v.string(), isDay: v.optional(v.boolean()) }),
  'postmortem/newPostMortem': v.looseObject({
    ...FOLDER,
    into: v.optional(TEXT_OR_NULL),
    template: v.string(),
    title: v.string(),
    severity: TEXT_OR_NULL,
    startedAt: TEXT_OR_NULL,
    author: TEXT_OR_NULL,
  }),
  'postmortem/documentStatus': URI,
  'postmortem/explain': URI,
  'postmortem/declare': v.looseObject({ uri: v.string(), isPostMortem: v.boolean(), scope: v.string() }),
  'postmortem/insertTimelineEvent': v.looseObject({ uri: v.string(), position: POSITION }),
  'postmortem/toggleActions': v.looseObject({ uri: v.string(), range: RANGE }),
  'postmortem/sortTimeline': URI,
  'postmortem/computedValues': URI,
  'postmortem/alignTables': v.looseObject({
    uri: v.string(),
    version: v.number(),
    edits: v.array(v.looseObject({ range: RANGE, newText: v.string() })),
  }),
  'postmortem/handover': URI,
  'postmortem/zones': URI,
  'postmortem/convertTimeline': v.looseObject({ uri: v.string(), zone: v.string() }),
  'postmortem/templates': URI,
  'postmortem/newTemplate': v.looseObject({ uri: v.string(), name: v.string() }),
  'postmortem/nameTemplate': v.looseObject({ template: v.string() }),
  'postmortem/applyTemplate': v.looseObject({ uri: v.string(), template: v.string() }),
  'postmortem/pasteTimeline': v.looseObject({ uri: v.string(), version: v.number(), range: RANGE, text: v.string() }),
  'postmortem/finalBlockers': URI,
}

const FLAG = v.fallback(v.optional(v.boolean()), undefined)
const MARKDOWN = v.looseObject({ headings: FLAG, folding: FLAG, selection: FLAG })

/** What of `initialize` is not what it should be is as if it had not been said. */
const INITIALIZE = v.looseObject({
  processId: v.fallback(v.nullable(v.number()), null),
  capabilities: v.fallback(v.looseObject({}), {}),
  rootUri: v.fallback(v.nullable(v.string()), null),
  workspaceFolders: v.fallback(
    v.nullish(
      v.pipe(
        v.array(v.any()),
        v.transform((folders) => folders.filter((folder) => v.is(URI, folder))),
      ),
    ),
    undefined,
  ),
  initializationOptions: v.fallback(
    v.looseObject({
      commands: v.fallback(v.optional(v.array(v.string())), undefined),
      rulePages: v.fallback(v.optional(v.string()), undefined),
      storage: v.fallback(v.optional(v.string()), undefined),
      markdown: v.fallback(v.optional(MARKDOWN), undefined),
    }),
    {},
  ),
})

/** Options of a connection: each needs its own, which hold where in its life it is. */
export function connectionOptions(): ConnectionOptions {
  let state: 'new' | 'running' | 'shut down' = 'new'
  const refusalOf = ({ method, params }: RequestMessage | NotificationMessage): Refusal | null => {
    if (method === 'initialize' ? state !== 'new' : state === 'shut down')
      return {
        code: ErrorCodes.InvalidRequest,
        message: `"${method}" after "${state === 'running' ? 'initialize' : 'shutdown'}"`,
      }
    if (method !== 'initialize' && state === 'new')
      return { code: ErrorCodes.ServerNotInitialized, message: `"${method}" before "initialize"` }
    const schema = method === 'initialize' ? INITIALIZE : Object.hasOwn(PARAMS, method) ? PARAMS[method] : undefined
    const problem = schema ? problemOf(params, schema) : null
    return problem === null ? null : { code: ErrorCodes.InvalidParams, message: `${method}: ${problem}` }
  }
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (!Message.isRequest(message) && !Message.isNotification(message)) return next(message)
        const { method } = message
        if (method === 'exit' || method.startsWith('$/')) return next(message)
        const refusal = refusalOf(message)
        if (refusal) return next({ ...message, method: REFUSED, params: refusal } as Message)
        if (method === 'shutdown') state = 'shut down'
        if (method !== 'initialize') return next(message)
        state = 'running'
        return next({ ...message, params: v.parse(INITIALIZE, message.params) } as Message)
      },
    },
  }
}

/** What is wrong with parameters; null: nothing. */
function problemOf(params: unknown, schema: v.GenericSchema): string | null {
  if (Array.isArray(params)) return 'the parameters must have names'
  const [issue] = v.safeParse(schema, params).issues ?? []
  return issue ? `${v.getDotPath(issue) ?? 'params'}: ${issue.message}` : null
}

/** Answers what is refused: a request with the error, a notification with a line in the log. */
export function handleRefused(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError<void>(code, message))
  connection.onNotification(REFUSED, ({ message }: Refusal) => connection.console.warn(`Refused: ${message}`))
}
