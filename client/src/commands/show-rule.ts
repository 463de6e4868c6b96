import { commands, Uri } from 'vscode'

/** Shows the page of a rule; used by the server's code actions. */
export async function showRuleCommand(page: string): Promise<void> {
  const uri = Uri.parse(page)
  // Web pages open in the browser, as does everything without VS Code's Markdown preview.
  const isWeb = uri.scheme === 'http' || uri.scheme === 'https'
  const hasPreview = !isWeb && (await commands.getCommands(true)).includes('markdown.showPreview')
  await commands.executeCommand(hasPreview ? 'markdown.showPreview' : 'vscode.open', uri)
}
