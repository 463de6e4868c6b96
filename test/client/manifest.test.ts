import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REVEAL_COMMAND, SHOW_RULE_COMMAND } from '../../server/src/protocol.ts'

const root = join(import.meta.dirname, '..', '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { contributes } = manifest
const sources = readdirSync(join(root, 'client', 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'client', 'src', name), 'utf8'))
  .join('\n')
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command)

describe('the manifest', () => {
  it('offers just the commands that the client registers', () => {
    const registered = [...sources.matchAll(/registerCommand\('([^']+)'/g)].map(([, name]) => name)
    expect([...commands].sort()).toEqual(registered.sort())
    // A lens or an action passes arguments that a person cannot.
    expect(commands).not.toContain(REVEAL_COMMAND)
    expect(commands).not.toContain(SHOW_RULE_COMMAND)
  })

  it('puts only its own commands into menus', () => {
    const entries = Object.values<{ command?: string; submenu?: string }[]>(contributes.menus).flat()
    const used = entries.flatMap(({ command }) => command ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((command) => !commands.includes(command))).toEqual([])
    const submenus = contributes.submenus.map(({ id }: { id: string }) => id)
    expect(entries.flatMap(({ submenu }) => submenu ?? [])).toEqual(submenus)
    expect(submenus.every((id: string) => contributes.menus[id].length > 0)).toBe(true)
  })

  it('has commands for a timeline in Markdown only, and a key for one that is used during an incident', () => {
    const palette: { command: string; when: string }[] = contributes.menus.commandPalette
    const everywhere = commands.filter((command) => !palette.some((entry) => entry.command === command))
    expect(everywhere).toEqual(['postmortem.newPostMortem', 'postmortem.restartServer', 'postmortem.showOutput'])
    // What makes a post-mortem of a document, or tells why it is none, is for all Markdown.
    const forAll = palette.filter(({ when }) => when === 'editorLangId == markdown').map(({ command }) => command)
    expect(forAll.sort()).toEqual(
      ['applyTemplate', 'explainRecognition', 'treatAsPostMortem'].map((name) => `postmortem.${name}`),
    )
    const others = palette.filter(({ command }) => !forAll.includes(command))
    for (const { when } of others) expect(when).toMatch(/^editorLangId == markdown && postmortem\.active\b/)
    for (const { command, when } of contributes.keybindings) {
      expect(commands.includes(command) || sources.includes(`'${command}'`)).toBe(true)
      // A key that other Markdown needs for something else is left to it.
      const [context] = /postmortem\.(?:active|enterLine|tabStop)/.exec(when) ?? []
      expect(sources).toContain(`'${context}'`)
    }
  })

  it('leaves Enter and Tab to the editor where that needs them', () => {
    const keys: { key: string; when: string }[] = contributes.keybindings
    const own = keys.filter(({ key }) => /^(?:enter|(?:shift\+)?tab)$/.test(key))
    expect(own.map(({ key }) => key)).toEqual(['enter', 'tab', 'shift+tab'])
    const others = ['suggestWidgetVisible', 'inlineSuggestionVisible', 'inSnippetMode', 'editorTabMovesFocus']
    for (const { when } of own) {
      const terms = when.split(' && ')
      for (const name of [...others, 'editorReadonly', 'editorHasMultipleSelections', 'isComposing'])
        expect(terms).toContain(`!${name}`)
      expect(terms).toContain('editorTextFocus')
      expect(terms).toContain('editorLangId == markdown')
      expect(terms).toContain('config.postmortem.keys.enabled')
      expect(terms).toContain('(!vim.active || vim.mode == Insert)')
      expect(terms).toContain('(!neovim.init || neovim.mode == insert)')
    }
  })

  it('has New Post-Mortem on every folder of the explorer, and in the menu for new files', () => {
    const entry = { command: 'postmortem.newPostMortem' }
    expect(contributes.menus['explorer/context']).toEqual([
      expect.objectContaining({ ...entry, when: 'explorerResourceIsFolder' }),
    ])
    expect(contributes.menus['file/newFile']).toContainEqual(expect.objectContaining(entry))
  })

  it('has only settings that something reads', () => {
    const settings = Object.keys(contributes.configuration.properties)
    // The library of the client reads this one by the name of the client.
    const [trace, ...own] = settings.sort((a) => (a.endsWith('trace.server') ? -1 : 0))
    expect(trace).toBe('postmortem.trace.server')
    expect(own.length).toBeGreaterThan(0)
    // Some are read by the conditions of keys.
    const conditions = JSON.stringify(contributes.keybindings)
    for (const name of own)
      expect(sources.includes(`'${name.replace('postmortem.', '')}'`) || conditions.includes(`config.${name}`)).toBe(
        true,
      )
  })

  it('names only files that exist', () => {
    const walkthrough = contributes.walkthroughs.flatMap(({ steps }: { steps: { media: { markdown: string } }[] }) =>
      steps.map(({ media }) => media.markdown),
    )
    const named = [...contributes.grammars, ...contributes.snippets].map(({ path }: { path: string }) => path)
    const schemas = contributes.yamlValidation.map(({ url }: { url: string }) => url)
    const paths: string[] = [manifest.icon, ...walkthrough, ...named, ...schemas]
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('works in Restricted Mode, in virtual workspaces and in a browser', () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true)
    expect(manifest.capabilities.virtualWorkspaces.supported).toBe(true)
    expect(manifest.browser).toBeDefined()
    expect(manifest.activationEvents).toEqual(['onLanguage:markdown', 'onLanguage:yaml'])
  })

  it('has an icon that the Marketplace takes', () => {
    const png = readFileSync(join(root, manifest.icon))
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    // Width and height are first in the header chunk (PNG specification, 11.2.2).
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128)
    expect(png.readUInt32BE(20)).toBe(png.readUInt32BE(16))
  })
})
