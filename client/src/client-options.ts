import { extensions, type LogOutputChannel, Uri, workspace } from 'vscode'
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient'
import { type ClientOptions, REVEAL_COMMAND, SHOW_RULE_COMMAND } from '../../server/src/protocol.ts'
import { concernsOther, SERVED } from './documents.ts'
import { handleApplyEdit } from './written-files.ts'

/**
 * The options of the client on every platform. It watches no files: the server registers its own watchers.
 * @param extension the folder of the extension
 * @param storage where the server may store data for this workspace; undefined if nowhere
 */
export function clientOptions(output: LogOutputChannel, extension: Uri, storage?: Uri): LanguageClientOptions {
  // It comes with VS Code, and can be switched off.
  const isMarkdownThere = extensions.getExtension('vscode.markdown-language-features') !== undefined
  const forServer: ClientOptions = {
    commands: [REVEAL_COMMAND, SHOW_RULE_COMMAND],
    files: true,
    statuses: true,
    markdown: { headings: isMarkdownThere, folding: isMarkdownThere, selection: isMarkdownThere },
    writing: true,
    rulePages: Uri.joinPath(extension, 'docs/rules').toString(),
    ...(storage ? { storage: storage.toString() } : {}),
  }
  return {
    documentSelector: SERVED,
    initializationOptions: forServer,
    outputChannel: output,
    // Never shown automatically: users are informed by messages.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without a handler the library shows the raw error; `Server` shows a readable message.
    initializationFailedHandler: () => false,
    middleware: {
      workspace: { handleApplyEdit },
      // Filters what a selector cannot express. All LSP results about a document may be null.
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
