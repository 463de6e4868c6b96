import { commands, Uri } from 'vscode'

/** Shows the page of a rule; actions of the server name this command. */
export async function showRuleCommand(page: string): Promise<void> {
  const uri = Uri.parse(page)
  // A page of the web is for the browser, and without VS Code's own Markdown there is no preview.
  const isWeb = uri.scheme === 'http' || uri.scheme === 'https'
  const hasPreview = !isWeb && (await commands.getCommands(true)).includes('markdown.showPreview')
  await commands.executeCommand(hasPreview ? 'markdown.showPreview' : 'vscode.open', uri)
}
