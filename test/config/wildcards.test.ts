import { describe, expect, it } from 'vitest'
import { isTrackerReference, matchesGlob } from '../../server/src/config/wildcards.ts'

describe('a glob', () => {
  it.each([
    ['a/b.md', 'a/b.md', true],
    ['a/b.md', './a/b.md', true],
    ['a/b.md', 'a/*', true],
    ['a/b/c.md', 'a/*', false],
    ['a/b/c.md', 'a/**', true],
    ['a/b/c.md', 'a/', true],
    ['ab/c.md', 'a/**', false],
    ['c.md', '**/c.md', true],
    ['x/y/c.md', '**/c.md', true],
    ['x/y/c.md', '**', true],
    ['a/x/b/y/b/c.md', 'a/**/b/*.md', true],
    ['a/x/b/y/c.md', 'a/**/b/*.md', false],
    ['.github/pm.md', '**/pm.md', true],
    ['2026-01.md', '????-*.md', true],
    ['226-01.md', '????-*.md', false],
    ['b/x.md', '{a,b}/*.md', true],
    ['c/x.md', '{a,b}/*.md', false],
    ['a/x.markdown', '{a,b}/*.{md,markdown}', true],
    ['{a}/x.md', '{a}/x.md', true],
    ['[id]/x.md', '[id]/*.md', true],
    ['i/x.md', '[id]/*.md', false],
    ['(a)+.md', '(a)+.md', true],
    ['💥.md', '?.md', true],
  ])('%s %s: %s', (path, glob, expected) => expect(matchesGlob(path, glob)).toBe(expected))
})

describe('a reference to a tracker', () => {
  it.each([
    ['OPS-12', 'OPS-*', true],
    ['XOPS-12', 'OPS-*', false],
    ['https://tracker.example/issue/4?a=b', 'https://tracker.example/*', true],
    ['https://tracker-example/4', 'https://tracker.example/*', false],
    ['a+b', 'a+b', true],
    ['', '*', true],
  ])('%s %s: %s', (text, pattern, expected) => expect(isTrackerReference(text, [pattern])).toBe(expected))

  it('fits one pattern of several', () => {
    expect(isTrackerReference('WEB-1', ['OPS-*', 'WEB-*'])).toBe(true)
    expect(isTrackerReference('WEB-1', [])).toBe(false)
  })
})

it.each([
  ['stars', () => matchesGlob('a'.repeat(2000), `${'*a'.repeat(500)}b`)],
  ['folders', () => matchesGlob('a/'.repeat(1000), `${'**/a/'.repeat(300)}b`)],
  ['braces', () => matchesGlob('a', '{a,b}'.repeat(5000))],
  ['a tracker', () => isTrackerReference('a'.repeat(5000), [`${'*a'.repeat(500)}b`])],
])('%s are not tried in every way', (_what, match) => expect(match()).toBe(false))
