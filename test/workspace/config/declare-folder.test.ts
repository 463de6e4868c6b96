/** What a person says of a folder is written into the configuration that holds for it. */
import { describe, expect, test } from 'vitest'
import { FOLDER, makeWorld } from '../../kit/world.ts'

async function declared(files: Record<string, string>, path: string, isPostMortem = true) {
  const { service } = makeWorld({ files })
  const answer = await service.declareFolder(`${FOLDER}/${path}`, isPostMortem)
  if ('refused' in answer) return answer.refused
  const { uri, before, change } = answer
  const text = before ?? ''
  return {
    path: uri.slice(FOLDER.length + 1),
    text: text.slice(0, change.start) + change.newText + text.slice(change.end),
  }
}

describe('a folder', () => {
  test.each([
    ['gets a configuration', {}, 'docs/a.md', '.postmortem.yml', 'include:\n  - "docs/*.md"\n'],
    ['may be that of the workspace', {}, 'a.md', '.postmortem.yml', 'include:\n  - "*.md"\n'],
    ['may have other files', {}, 'docs/a.markdown', '.postmortem.yml', 'include:\n  - "docs/*.markdown"\n'],
    ['may have a name with wildcards', {}, 'a{b,c}*/a.md', '.postmortem.yml', 'include:\n  - "a?b,c??/*.md"\n'],
    [
      'has the configuration above it',
      { '.postmortem.yml': '# ours\nfolder: docs\n' },
      'docs/old/a.md',
      '.postmortem.yml',
      '# ours\nfolder: docs\ninclude:\n  - "docs/old/*.md"\n',
    ],
    [
      'has the nearest of them',
      { '.postmortem.yml': '', 'docs/.postmortem.yml': 'include: [x.md]\n' },
      'docs/old/a.md',
      'docs/.postmortem.yml',
      'include: [x.md, "old/*.md"]\n',
    ],
    [
      'keeps what an extended configuration names',
      { '.postmortem.yml': 'extends: base.yml\n', 'base.yml': 'include: [x/]\n' },
      'docs/a.md',
      '.postmortem.yml',
      'extends: base.yml\ninclude:\n  - "x/"\n  - "docs/*.md"\n',
    ],
  ] as const)('%s', async (_, files, path, config, text) => {
    expect(await declared({ ...files }, path)).toEqual({ path: config, text })
  })
  test('may be one without post-mortems', async () => {
    expect(await declared({}, 'docs/a.md', false)).toMatchObject({ text: 'exclude:\n  - "docs/*.md"\n' })
  })
  test.each([
    ['named already', { '.postmortem.yml': 'include: ["docs/*.md"]\n' }, 'docs/a.md'],
    ['excluded', { '.postmortem.yml': 'exclude: ["docs/*.md"]\n' }, 'docs/a.md'],
    ['under a broken configuration', { '.postmortem.yml': 'include: [\n' }, 'docs/a.md'],
  ] as const)('is refused: %s', async (_, files, path) => {
    expect(await declared({ ...files }, path)).toMatch(/^[^ ].*\.$/)
  })
  test('is read so from then on', async () => {
    const world = makeWorld({ files: { 'docs/a.md': '# Notes\n' } })
    const uri = `${FOLDER}/docs/a.md`
    world.service.openDocument(uri, 1, '# Notes\n')
    const isOne = async () => (await world.service.view(uri))?.postMortem.recognised
    expect(await isOne()).toBe(false)
    const answer = await world.service.declareFolder(uri, true)
    if (!('refused' in answer)) world.files.set(answer.uri, answer.change.newText)
    world.service.filesChanged()
    expect(await isOne()).toBe(true)
  })
})

test('a document that was never saved is in no folder', async () => {
  expect(await makeWorld().service.declareFolder('untitled:a', true)).toEqual({ refused: expect.any(String) })
})
