/** The same incident gives the same model, however it is written down. */
import { describe, expect, test } from 'vitest'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { inspect } from '../../server/src/reports/inspect.ts'
import { builtInTemplates } from '../kit/document.ts'
import { sampled } from '../kit/sampling.ts'
import { daysOf, NOTATIONS, PLAIN, type Story, writeStory } from '../kit/stories.ts'
import { STORIES } from '../kit/story-incidents.ts'

const templates = builtInTemplates()

/** What is read of an incident. */
function understood(text: string) {
  const model = readPostMortem(text, { templates, path: 'docs/mail.md', timeZone: null, dateOrder: null })
  const { postmortem, window, metadata, timeline, actionItems, durations } = inspect('', model, () => 0)
  return {
    postmortem,
    date: metadata['date'],
    window: [window.start, window.end],
    rows: timeline.map(({ time, milestones }) => [time, ...milestones]),
    durations: durations.map(({ name, seconds }) => [name, seconds]),
    actions: actionItems.map(({ title, owner, due, status }) => [title, owner, due, status]),
  }
}

/** What there is to read. */
function told(story: Story) {
  const days = daysOf(story)
  const rows = story.rows.map(({ clock, milestone }, index) => {
    return { time: `${days[index]}T${clock}Z`, milestone }
  })
  const timeOf = (name: string) => rows.find(({ milestone }) => milestone === name)?.time ?? ''
  const seconds = (name: string) => (Date.parse(timeOf(name)) - Date.parse(timeOf('started'))) / 1000
  const mitigated = rows.some(({ milestone }) => milestone === 'mitigated')
  return {
    postmortem: true,
    date: story.date,
    window: [timeOf('started'), timeOf('resolved')],
    rows: rows.map(({ time, milestone }) => (milestone ? [time, milestone] : [time])),
    durations: [
      ['Duration', seconds('resolved')],
      ['TTD', seconds('detected')],
      ...(mitigated ? [['TTM', seconds('mitigated')]] : []),
      ['TTR', seconds('resolved')],
    ],
    actions: story.actions.map(({ title, owner, due, status }) => [title, owner, due, status]),
  }
}

describe.each(Object.entries({ 'as it is': {}, ...NOTATIONS }))('%s', (_name, changes) => {
  // By name and not by place, so that the sample has others for each notation.
  const shift = _name.length % 4
  const stories = sampled([...STORIES.slice(shift), ...STORIES.slice(0, shift)], 4)
  test.each(stories)('$title', (story) => {
    const notation = { ...PLAIN, ...changes }
    const read = understood(writeStory(story, notation))
    const same = told(story)
    // By name, the items of one person stand together.
    const byOwner = (actions: readonly unknown[][]) =>
      notation.actions === 'numbered' ? actions.toSorted((a, b) => String(a[1]).localeCompare(String(b[1]))) : actions
    expect({ ...read, actions: byOwner(read.actions) }).toEqual({
      ...same,
      actions: byOwner(
        same.actions.map((one) => [
          one[0],
          one[1],
          one[2],
          notation.actions === 'numbered' && one[3] === 'open' ? null : one[3],
        ]),
      ),
    })
  })
})
