import { describe, expect, it } from 'vitest'
import { headingParts } from '../../server/src/template/heading.ts'

describe('head | remark', () => {
  it.each([
    ['Timeline', 'Timeline', null],
    ['Timeline (UTC)', 'Timeline', '(UTC)'],
    ['Timeline: 14 March', 'Timeline', '14 March'],
    ['Timeline – all times CET', 'Timeline', 'all times CET'],
    ['Timeline - all times CET', 'Timeline', 'all times CET'],
    ['Timeline UTC', 'Timeline', 'UTC'],
    ['Timeline in CET', 'Timeline', 'in CET'],
    ['Timeline Friday March 14', 'Timeline', 'Friday March 14'],
    ['Timeline 3/14/2025 - 3/15/2025. Approximate', 'Timeline', '3/14/2025 - 3/15/2025. Approximate'],
    ['Timeline. All times are approximate', 'Timeline', 'All times are approximate'],
    ['[Draft] Root cause #2', 'Root cause', '#2'],
    ['2.1 Follow-up actions (Completed)', 'Follow-up actions', '(Completed)'],
    ['⏱ Timeline 🕑 (UTC)', 'Timeline 🕑', '(UTC)'],
    ['タイムライン（日本時間）', 'タイムライン', '（日本時間）'],
    ['時系列：3月14日', '時系列', '3月14日'],
    ['Five Whys — the disk', 'Five Whys', 'the disk'],
    ['5 Whys', '5 Whys', null],
    ['Follow-up', 'Follow-up', null],
    ['(UTC)', '(UTC)', null],
    ['', '', null],
  ])('%s', (heading, head, remark) => expect(headingParts(heading)).toEqual({ head, remark }))
})
