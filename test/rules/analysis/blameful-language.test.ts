import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, finderOf, findingsIn, placeShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const RULE = 'blameful-language'
const HEAD = '- **Author**: Marta Kowalska\n\n## Summary\n\n'
const document = (body: string) => written('minimal', HEAD + body)

/** The words of each finding. */
const blamed = finderOf(RULE, placeShown)

/** The summary after the fix of its first finding. */
async function rewritten(sentence: string): Promise<string> {
  const mended = await applyFix(document(sentence), RULE)
  return mended.slice(document('').length)
}

describe('what somebody should have done', () => {
  test.each([
    ['The engineer on call should have raised the limit.', 'The engineer on call had not raised the limit.'],
    ['We should have tested the rollback.', 'We had not tested the rollback.'],
    ['The on-call engineer could have restarted it earlier.', 'The on-call engineer had not restarted it earlier.'],
    ['She would have noticed the graph.', 'She had not noticed the graph.'],
    ['The team ought to have checked the backups.', 'The team had not checked the backups.'],
    ["We should've checked the logs first.", 'We had not checked the logs first.'],
    ['We should’ve checked the logs first.', 'We had not checked the logs first.'],
    ['They should have checked the logs.', 'They had not checked the logs.'],
    ['Should have tested this in staging.', 'Had not tested this in staging.'],
    ['Marta should have asked for a review.', 'Marta had not asked for a review.'],
    ['@bob should have asked for a review.', '@bob had not asked for a review.'],
    ["The reviewer shouldn't have approved it.", 'The reviewer had approved it.'],
    ['The engineers should never have deployed it.', 'The engineers had deployed it.'],
    ['In hindsight the team should have escalated.', 'In hindsight the team had not escalated.'],
    ['We should probably have also told support.', 'We had not also told support.'],
    ['The person who should have checked it was away.', 'The person who had not checked it was away.'],
    ['Members of the platform team should have known.', 'Members of the platform team had not known.'],
    ['One of the engineers should have stayed.', 'One of the engineers had not stayed.'],
    ['We should have been faster to declare.', 'We had not been faster to declare.'],
    ['Someone should have noticed the alert.', 'Nobody had noticed the alert.'],
    ['We should have had an alert on this.', 'We had no alert on this.'],
    ['We deployed it and should have waited.', 'We deployed it and had not waited.'],
    ['If only we had checked the logs.', 'We had not checked the logs.'],
    ['If only we had checked, it would have been shorter.', 'If we had checked, it would have been shorter.'],
  ])('%s', async (sentence, neutral) => expect(await rewritten(sentence)).toBe(neutral))

  test.each([
    ['a system', 'The alert should have fired. The job should have been retried.'],
    ['a system that notices', 'The probe should have noticed the failure.'],
    ['a thing of somebody', "The team's dashboard should have turned red. The team calendar should have shown it."],
    ['a thing that goes to somebody', 'The page to the on-call engineer should have arrived.'],
    ['a thing that somebody uses', 'The dashboard used by the team should have shown it.'],
    ['a program named like a person', 'The Kubernetes operator should have restarted the pod.'],
    ['a passive without anybody', 'This should have been caught in review.'],
    ['what was not done for somebody', 'We should have been paged at 14:02.'],
    ['users', 'Users could have lost data, and customers would have seen an error.'],
    ['the author', 'I should have checked the logs.'],
    ['a wish for the future', 'We should have a ticket for this. We should have automated tests.'],
    ['what somebody expects', 'The load was similar to one that we would have expected to see in a year.'],
    ['what somebody likes', 'I would have liked to see a graph. We would have preferred to wait.'],
    ['what somebody thinks', 'You would have thought that it was a network problem.'],
    ['what somebody wished', 'They could have wished for a quieter night.'],
    ['a duty', 'We would have to restore from a backup.'],
    ['what a system made impossible', 'If the alert had fired, we would have known within minutes.'],
    ['luck', 'It was luck: we could have lost all data.'],
    ['what nobody could know', 'We could not have known. Anyone could have made this choice.'],
    ['a question', 'How could we have detected this sooner?'],
  ])('is not said of %s', async (_, sentence) => expect(await blamed(document(sentence))).toEqual([]))
})

describe('what somebody left undone', () => {
  test.each([
    ['The engineer failed to check the disk.', 'The engineer did not check the disk.'],
    ['The team neglected to update the runbook.', 'The team did not update the runbook.'],
    ['The person who added the node forgot to open it.', 'The person who added the node did not open it.'],
    ['The developer had forgotten to set the flag.', 'The developer did not set the flag.'],
    ['Forgot to update the runbook.', 'Did not update the runbook.'],
  ])('%s', async (sentence, neutral) => expect(await rewritten(sentence)).toBe(neutral))
  test.each([
    'The probe failed to connect.',
    'Failed to create a user.',
    'A pod that the controller failed to notice started.',
    'The engineers failed to connect to the bastion.',
    'Requests from the team failed to complete.',
    'The engineer who noticed the probe failed to start called the provider.',
    'I forgot to copy the policy.',
  ])('not: %s', async (sentence) => expect(await blamed(document(sentence))).toEqual([]))
})

describe('words that judge', () => {
  test.each([
    ['It was a careless change.', 'It was a change.'],
    ['It was a reckless update of the pool.', 'It was an update of the pool.'],
    ['An obvious mistake in the file.', 'A mistake in the file.'],
    ['Hasty deploys on Fridays.', 'Deploys on Fridays.'],
    ['It was a careless `rm`.', 'It was a `rm`.'],
    ['The engineer carelessly deployed it.', 'The engineer deployed it.'],
    ['The engineer was careless.', 'The engineer did what seemed right at the time.'],
    ['The deploy was hasty.', 'The deploy seemed right at the time.'],
    ['It expired due to negligence.', 'It expired due to a step that is easy to get wrong.'],
    ["The team's inadequate review missed it.", "The team's limited review missed it."],
  ])('%s', async (sentence, neutral) => expect(await rewritten(sentence)).toBe(neutral))
  test.each([
    'Inadequate disk space on the node.',
    'The pool was inadequately sized.',
    'A sloppy quorum accepts writes.',
    'There was no obvious error message.',
    'Nothing careless was done.',
    'The Reckless service restarted.',
  ])('not: %s', async (sentence) => expect(await blamed(document(sentence))).toEqual([]))
})

describe('people as the cause', () => {
  test.each([
    ['The cause was human error.', 'The cause was a step that is easy to get wrong.'],
    ['Operator error in the migration.', 'A step that is easy to get wrong in the migration.'],
    ['It was caused by an engineer who ran it.', 'It was triggered by an action of an engineer who ran it.'],
    ["The outage was Bob's fault.", 'The outage was something that the system allowed.'],
    ['The on-call engineer was to blame for it.', 'The on-call engineer was involved in it.'],
    ['It blames the on-call engineer for the delay.', 'It asks the on-call engineer about the delay.'],
  ])('%s', async (sentence, neutral) => expect(await rewritten(sentence)).toBe(neutral))
  test.each([
    'This was not human error.',
    'A runbook reduces the risk of human error.',
    'Human error is never the root cause.',
    'At first user error was suspected. On-call assumed user error.',
    'The user error rate rose.',
    'It was caused by a memory leak.',
    'It was caused by the team calendar sync.',
    'It was caused by a change of the platform team.',
    'A memory leak was to blame, and at first we blamed the cache.',
    'We looked at git blame.',
    'This is a blameless review, and it blames no engineer.',
    "A page fault, the store's fault tolerance, and my fault.",
  ])('not: %s', async (sentence) => expect(await blamed(document(sentence))).toEqual([]))
})

describe('advice', () => {
  test.each([
    ['We will be more careful next time.', 'We will have a check next time.'],
    ['We should have been more careful with it.', 'We had no check with it.'],
    ['We must pay more attention to the graphs.', 'We must add a check for the graphs.'],
    ['We will try harder to answer in time.', 'We will change what makes it hard to answer in time.'],
    ['Remember to update the runbook.', 'Add a checklist step to update the runbook.'],
  ])('%s', async (sentence, better) => expect(await rewritten(sentence)).toBe(better))
  test.each(['The deployer has to remember to run the migration.', 'Nobody paid attention to the graph.'])(
    'not: %s',
    async (sentence) => expect(await blamed(document(sentence))).toEqual([]),
  )
  test('in an action item is another rule’s', async () => {
    const text = document('## Action Items\n\n- [ ] Be more careful\n- [ ] Say what we should have tested\n')
    expect(await blamed(text)).toEqual(['should have tested'])
  })
})

describe('is off in', () => {
  test.each([
    ['code', 'Log says `the team should have known`.\n\n```\nthe team should have known\n```'],
    ['a quotation', '> The team should have known.'],
    ['quotation marks', 'The headline was "the team should have known". It was “human error”. It was ‘careless’.'],
    ['a heading', '### The team should have known'],
    ['a link', 'See [the team should have known](https://docs.example.com/careless).'],
    ['a comment', 'Fine. <!-- the team should have known -->'],
    ['a struck sentence', '~~The team should have known.~~'],
    ['chat with a nickname', 'ana: we should have checked the logs\nbob: yes, careless'],
    ['chat in a list', '- 14:02 <bob> we should have checked\n- [14:03] Ana: human error\n- 14:04 ana: careless'],
    ['chat of somebody known', 'Marta: we should have checked the logs'],
    ['chat with a head', 'Bob Smith  2:02 PM\nwe should have checked the logs'],
    ['a column of messages', '| Time | Message |\n| --- | --- |\n| 14:02 | we should have checked |'],
    ['the name of a column', '| Human error |\n| --- |\n| none |'],
  ])('%s', async (_, body) => expect(await blamed(document(body))).toEqual([]))
  test('the questions of five whys, and not in their answers', async () => {
    const whys = '1. Why was it that the engineer failed to check\n   → The engineer should have known\n'
    expect(await blamed(written('incident-review', `### 5 Whys Analysis\n\n${whys}`))).toEqual(['should have known'])
  })
})

describe('a finding', () => {
  test('is at exactly the words, across lines and in emphasis', async () => {
    expect(await blamed(document('The team **should**\nhave checked. A *careless* change.'))).toEqual([
      'should**\nhave checked',
      'careless',
    ])
  })
  test('is a hint, in any form of text', async () => {
    const text = document('- Cause: human error\n\n| What |\n| --- |\n| human error |\n')
    const found = findingsIn(await open(text)).filter(([, rule]) => rule === RULE)
    expect(found).toEqual([
      [11, RULE, 'hint'],
      [15, RULE, 'hint'],
    ])
  })
  test('is never preferred to be rewritten, and not at all across marks', async () => {
    const { service, view, text } = await open(document('It was human error.\n\nWe **should have** checked.'))
    const fixes = service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === RULE)
    expect(fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Rewrite as "a step that is easy to get wrong"', false],
    ])
  })
})

describe('planted errors', () => {
  const SENTENCES = [
    'The engineer on call should have noticed this.',
    'We could have rolled back sooner.',
    'The team failed to check the graph.',
    'It was human error.',
    'A careless change made it worse.',
    'The reviewer ought to have seen it.',
    'We have to be more careful.',
    'The person who started it forgot to ask.',
  ]
  /** A sentence at the end of every paragraph and point of some sections. */
  const mutants = (path: string): Mutant[] => {
    const right = fixture(path)
    const ends = [...right.matchAll(/^(?:- [A-Z][^*[\]:\n]+: [^\n]{30,}|[A-Z][^\n|:]{80,}\.)$/gm)]
    return ends.flatMap(({ 0: line, index }) => {
      const at = index + line.length
      return SENTENCES.map((sentence) => {
        const gap = line.endsWith('.') ? ' ' : '. '
        return {
          what: `${path}:${index} ${sentence}`,
          right,
          wrong: right.slice(0, at) + gap + sentence + right.slice(at),
        }
      })
    })
  }
  test('are found', () =>
    expectFound(
      RULE,
      ['filled/incident-review.md', 'filled/phased.md', 'filled/google-sre.md', 'filled/minimal.md'].flatMap((path) =>
        mutants(path).filter((_, index) => index % 7 === 0),
      ),
    ))
})
