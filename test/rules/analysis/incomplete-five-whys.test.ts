import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { finderOf, findingsIn, sentenceShown, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'

const RULE = 'incomplete-five-whys'
const chain = (rows: string, template = 'incident-review') => written(template, `### 5 Whys Analysis\n\n${rows}`)

/** Text and message of each finding. */
const incomplete = finderOf(RULE, sentenceShown)

const RIGHT = `1. Why was the page slow?
   → The query read the whole table.
2. Why did the query read the whole table?
   → The index was gone.
3. Why was the index gone?
   → The migration had dropped it.
`

describe('is complete', () => {
  test.each([
    ['a chain of three', RIGHT],
    ['one that ends with an honest answer', `${RIGHT}4. Why did the migration drop it?\n   → Unknown.\n`],
    ['one that goes on from a word', `${RIGHT}4. Why was that possible?\n   → No review.\n`],
    ['one that turns to how it was noticed', `${RIGHT}4. Why did nobody notice for two hours?\n   → No alert.\n`],
    ['one that asks only why', '1. Why?\n   → The disk was full.\n2. Why?\n   → The logs grew.\n'],
    ['one that asks what made it possible', `${RIGHT}4. What made the migration drop it?\n   → A rename.\n`],
    [
      'a chain that never repeats words',
      '1. Why was it slow?\n   → Full table.\n2. Why do queries scan?\n   → Index.\n',
    ],
    ['one in Japanese', '1. **なぜ遅かったか？** → 索引がない\n2. **なぜ消えたか？** → 移行\n'],
    ['a list that asks nothing', '1. The page was slow\n2. The query read everything\n'],
    ['what the template has', '1. Why [did customers see the problem]?\n   → [The nearest cause]\n'],
    ['nothing', ''],
  ])('%s', async (_, rows) => expect(await incomplete(chain(rows))).toEqual([]))
  test('an answer on the line of its question', async () => {
    expect(await incomplete(chain('1. Why slow? Full table.\n2. Why a full table? No index.\n'))).toEqual([])
  })
})

describe('is incomplete', () => {
  test('without an answer', async () => {
    expect(await incomplete(chain(RIGHT.replace('The index was gone.', '')))).toEqual([
      ['Why did the query read the whole table?', 'This question has no answer'],
    ])
    expect(await incomplete(chain(RIGHT.replace('The index was gone.', 'TBD')))).toHaveLength(1)
  })
  test('without any answer: one finding', async () => {
    expect(await incomplete(chain('1. Why was it slow?\n2. Why was it full?\n3. Why was it old?\n'))).toEqual([
      ['Why was it slow?', 'These questions have no answers'],
    ])
  })
  test('with rows of the template below: one finding that names all', async () => {
    const rows =
      '4. Why [did the third answer happen]?\n   → [By now often]\n5. Why [did the fourth answer happen]?\n   → [x]\n'
    const opened = await open(chain(RIGHT + rows))
    const found = opened.view.findings.filter(({ rule }) => rule === RULE)
    expect(found.map((finding) => [textAt(opened, finding), finding.related.length])).toEqual([
      ['Why [did the third answer happen]?', 1],
    ])
  })
  test('with an empty row', async () => {
    expect((await incomplete(chain(`${RIGHT}4.\n`))).map(([, message]) => message)).toEqual([
      'This question is not written yet',
    ])
  })
  test('with a question twice, which leads to the first', async () => {
    const opened = await open(chain(`${RIGHT}4. Why was the **page** slow?\n   → The index.\n`))
    const [found, ...more] = opened.view.findings.filter(({ rule }) => rule === RULE)
    expect(more).toEqual([])
    expect(found && textAt(opened, found)).toBe('Why was the **page** slow?')
    expect(found?.related).toMatchObject([{ message: 'It was asked here.' }])
  })
  test.each(['Who ran the migration?', 'When did the migration run?', 'Did anybody see it?'])(
    '%s',
    async (question) => {
      expect(await incomplete(chain(`${RIGHT}4. ${question}\n   → Yes.\n`))).toEqual([
        [question, `This does not ask why: ${question}`],
      ])
    },
  )
  test('where it leaves the chain', async () => {
    expect(await incomplete(chain(`${RIGHT}4. Why are invoices printed twice?\n   → A bug.\n`))).toEqual([
      ['Why are invoices printed twice?', 'This question does not take up what was said before it'],
    ])
  })
  test('is a hint', async () => {
    const found = findingsIn(await open(chain(RIGHT.replace('The index was gone.', ''))))
    expect(found).toContainEqual([11, RULE, 'hint'])
  })
})

describe('planted errors', () => {
  const right = fixture('filled/incident-review.md')
  const list = /### 5 Whys Analysis\n\n([\s\S]*?)\n\n## /.exec(right)?.[1] ?? ''
  const questions = [...list.matchAll(/^\d\. (.+)$/gm)].map(([, question]) => question ?? '')
  const answers = [...list.matchAll(/^ {3}→ (.+)$/gm)].map(([, answer]) => answer ?? '')
  const mutants: Mutant[] = [
    ...answers.flatMap((answer) => ['', 'TBD', '...'].map((open) => replaced(right, `→ ${answer}`, `→ ${open}`))),
    ...questions
      .slice(1)
      .flatMap((question) => [
        replaced(right, question, questions[0] ?? ''),
        replaced(right, question, 'Who started the rotation job?'),
        replaced(right, question, 'Why are holiday calendars printed on paper?'),
      ]),
    ...questions.map((question) => replaced(right, question, 'Why [did the second answer happen]?')),
  ]
  test('are found', () => expectFound(RULE, mutants))
})
