/** `npm run fuzz [-- --minutes N --seed S]`. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fixture } from '../../kit/fixtures.ts'
import { fuzz, tableOf } from './fuzz.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    server: { type: 'string', default: '' },
    /** Gets the document whose answer took longest. */
    slowest: { type: 'string', default: '' },
  },
})
const texts = ['incident-review', 'phased', 'minimal', 'google-sre'].map((id) => fixture(`filled/${id}.md`))
console.log(`seed ${values.seed}, ${values.minutes} min`)
void fuzz({
  server: values.server,
  seed: Number(values.seed),
  minutes: Number(values.minutes),
  edits: Number.POSITIVE_INFINITY,
  texts,
}).then((result) => {
  for (const failure of result.failures) console.log(`\n${failure.slice(0, 20_000)}`)
  console.log(`\n${tableOf(result)}`)
  if (result.slowest && values.slowest !== '') writeFileSync(values.slowest, result.slowest.text)
  process.exitCode = result.failures.length > 0 ? 1 : 0
})
