/** Ordinary Markdown gets nothing: real READMEs and changelogs, and documents that only look like post-mortems. */
import { describe, expect, it } from 'vitest'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { builtInTemplates } from '../kit/document.ts'
import { markdownFile, markdownFiles, markdownPaths, type TextFile } from '../kit/fixtures.ts'
import { sampled } from '../kit/sampling.ts'

const recognitionOf = ({ path, text }: TextFile) =>
  readPostMortem(text, { templates: builtInTemplates(), path, timeZone: null, dateOrder: null }).recognition
const recognised = (file: TextFile): boolean => recognitionOf(file).recognised

/** The history of a blackout: what a report of it would say, too. */
const LIKE_ONE = 'history/great-blackout.md'

describe('ordinary Markdown', () => {
  it('of the packages is no post-mortem', () => {
    // The server itself is linked there, with its templates.
    const paths = markdownPaths('node_modules').filter((path) => !path.startsWith('postmortem-'))
    expect(paths.length).toBeGreaterThanOrEqual(500)
    const files = sampled(paths, 8).map((path) => markdownFile('node_modules', path))
    const short = files.filter(({ text }) => text.length < 60_000)
    expect(short.filter(recognised).map(({ path }) => path)).toEqual([])
  })

  const hard = markdownFiles('test/fixtures/not-post-mortems')
  it('has its hard cases', () => expect(hard.length).toBeGreaterThanOrEqual(80))
  it.each(hard.filter(({ path }) => path !== LIKE_ONE))('$path is none', (file) => {
    expect(recognised({ ...file, path: `docs/${file.path}` })).toBe(false)
  })
  it('is near in few cases', () => {
    const near = hard.filter((file) => recognitionOf({ ...file, path: `docs/${file.path}` }).near)
    expect(near.length).toBeLessThanOrEqual(hard.length / 10)
  })
})
