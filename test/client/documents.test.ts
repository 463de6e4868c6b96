import { describe, expect, it } from 'vitest'
import { concernsOther, isOurs, isServed } from '../../client/src/documents.ts'

const OURS = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', 'github', 'gitlab', 'sftp']
const OTHERS = ['git', 'vscode-notebook-cell', 'vscode-notebook-cell-output', 'vscode-scm', 'comment', 'output']
const CHAT = ['vscode-chat-code-block', 'vscode-copilot-chat-code-block', 'chat-editing-snapshot']

describe('documents', () => {
  it.each(OURS)('Markdown in %s is ours', (scheme) => {
    expect(isOurs({ languageId: 'markdown', uri: { scheme } })).toBe(true)
  })

  it.each([...OTHERS, ...CHAT])('Markdown in %s is not', (scheme) => {
    expect(isOurs({ languageId: 'markdown', uri: { scheme } })).toBe(false)
  })

  it.each(['plaintext', 'yaml', 'mdx'])('%s is not ours', (languageId) => {
    expect(isOurs({ languageId, uri: { scheme: 'file' } })).toBe(false)
  })
})

describe('the server is told about', () => {
  const told = (languageId: string, scheme: string, path: string) => isServed({ languageId, uri: { scheme, path } })

  it.each(OURS)('Markdown and configuration in %s', (scheme) => {
    expect(told('markdown', scheme, '/a/b.md')).toBe(true)
    for (const language of ['yaml', 'plaintext']) expect(told(language, scheme, '/a/.postmortem.yml')).toBe(true)
  })

  it.each([...OTHERS, ...CHAT])('nothing in %s', (scheme) => {
    expect(told('markdown', scheme, '/a/b.md')).toBe(false)
    expect(told('yaml', scheme, '/a/.postmortem.yml')).toBe(false)
  })

  it.each(['/a/b.yml', '/a/x.postmortem.yml', '/a/.postmortem.yml/b.yml'])('no other YAML: %s', (path) => {
    expect(told('yaml', 'file', path)).toBe(false)
  })
})

describe('messages to the server', () => {
  const about = (uri: unknown) => concernsOther({ textDocument: { uri } })

  it.each([...OTHERS, ...CHAT])('about %s are kept back', (scheme) => {
    expect(about(`${scheme}:/a/b.md?x#y`)).toBe(true)
  })

  it.each(OURS)('about %s are sent', (scheme) => {
    expect(about(`${scheme}:/a/b.md`)).toBe(false)
  })

  it.each([
    ['no document', { command: 'x' }],
    ['nothing', undefined],
    ['null', null],
    ['text', 'git:/a.md'],
    ['a document without a URI', { textDocument: {} }],
    ['a document that is null', { textDocument: null }],
  ])('about %s are sent', (_, params) => {
    expect(concernsOther(params)).toBe(false)
  })

  it('a URI that is no text, or has no scheme, is sent on as it is', () => {
    expect(about(7)).toBe(false)
    expect(about('git')).toBe(false)
  })
})
