import { type LogOutputChannel, Uri, workspace } from 'vscode'
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient'
import { type ClientOptions, REVEAL_COMMAND, SHOW_RULE_COMMAND } from '../../server/src/protocol.ts'
import { concernsOther, SERVED } from './documents.ts'

/**
 * How the client behaves, on every platform. It watches no files: the server asks for that, of every client.
 * @param extension where the extension is installed
 * @param storage where the server may keep something for this workspace; undefined where it cannot
 */
export function clientOptions(output: LogOutputChannel, extension: Uri, storage?: Uri): LanguageClientOptions {
  const forServer: ClientOptions = {
    commands: [REVEAL_COMMAND, SHOW_RULE_COMMAND],
    files: true,
    rulePages: Uri.joinPath(extension, 'docs/rules').toString(),
    ...(storage ? { storage: storage.toString() } : {}),
  }
  return {
    documentSelector: SERVED,
    initializationOptions: forServer,
    outputChannel: output,
    // Never by itself: what the user has to know is said in a message.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without a handler the library shows the bare message of the error; `Server` says it in words.
    initializationFailedHandler: () => false,
    middleware: {
      // One gate for everything that a selector cannot express. All LSP results that are about a document may be null.
      sendRequest: async (type, params, token, next) =>
        concernsOther(params) ? (null as Awaited<ReturnType<typeof next>>) : next(type, params, token),
      sendNotification: async (type, next, params) => {
        if (!concernsOther(params)) await next(type, params)
      },
      provideCodeLenses: (document, token, next) =>
        workspace.getConfiguration('postmortem', document).get('codeLens.enabled', true) ? next(document, token) : [],
      provideInlayHints: (document, range, token, next) =>
        workspace.getConfiguration('postmortem', document).get('inlayHints.enabled', true)
          ? next(document, range, token)
          : [],
    },
  }
}
