/** A glob is added to a configuration, and nothing else in it is touched. */
import { describe, expect, it } from 'vitest'
import { addGlob, type GlobList } from '../../server/src/config/add-glob.ts'

function added(text: string, list: GlobList = 'include', glob = 'docs/*.md'): string | null {
  const change = addGlob(text, list, glob)
  return change && text.slice(0, change.start) + change.newText + text.slice(change.end)
}

describe('a glob', () => {
  it.each([
    ['begins a file', '', 'include:\n  - "docs/*.md"\n'],
    ['begins a list', 'folder: docs\n', 'folder: docs\ninclude:\n  - "docs/*.md"\n'],
    ['begins a line of its own', 'folder: docs', 'folder: docs\ninclude:\n  - "docs/*.md"\n'],
    ['comes behind comments', '# ours\n', '# ours\ninclude:\n  - "docs/*.md"\n'],
    [
      'goes on a list',
      'include:\n  - a.md # the first\n\n# more\nfolder: docs\n',
      'include:\n  - a.md # the first\n  - "docs/*.md"\n\n# more\nfolder: docs\n',
    ],
    ['goes on a list that is not indented', 'include:\n- a.md\n- b.md\n', 'include:\n- a.md\n- b.md\n- "docs/*.md"\n'],
    ['goes on a list in brackets', 'include: [a.md, b.md] # two\n', 'include: [a.md, b.md, "docs/*.md"] # two\n'],
    ['fills empty brackets', 'include: []\n', 'include: ["docs/*.md"]\n'],
    ['fills an empty list', 'include: # none\nfolder: docs\n', 'include: # none\n  - "docs/*.md"\nfolder: docs\n'],
    ['makes a list of one', "include: 'a/**' # all\n", 'include: ["a/**", "docs/*.md"] # all\n'],
    ['keeps its line ends', 'folder: docs\r\n', 'folder: docs\r\ninclude:\r\n  - "docs/*.md"\r\n'],
    ['does not mind the other list', 'exclude:\n  - b.md\n', 'exclude:\n  - b.md\ninclude:\n  - "docs/*.md"\n'],
  ])('%s', (_, before, after) => expect(added(before)).toBe(after))

  it('can go on the other list', () => expect(added('', 'exclude')).toBe('exclude:\n  - "docs/*.md"\n'))
  it('is quoted', () => expect(added('', 'include', 'a "b": #c.md')).toBe('include:\n  - "a \\"b\\": #c.md"\n'))

  it.each([
    ['broken YAML', 'include: [a.md\n'],
    ['a list', '- a\n'],
    ['a map in braces', '{folder: docs}\n'],
    ['a number', 'include: 3\n'],
    ['an anchor', 'include: &a\n  - a.md\nexclude: *a\n'],
  ])('is not added to %s', (_, text) => expect(added(text)).toBeNull())
})
