/** Whatever is printed of a file, its keys and tokens are not: logs of CI outlive a rewritten history. */
import { expect, test } from 'vitest'
import { FORMAT_NAMES } from '../../../server/src/cli/lint/formats/formats.ts'
import { withoutSecrets } from '../../../server/src/find-secrets.ts'
import { folderWith, RIGHT, run } from '../kit.ts'

// In pieces, so that no scanner of sources takes them for real ones.
const TOKEN = `ghp_${'q7Zk2mVx9RbT4wLc8HdN3sYg6JpF5uKe1AoQ'}`
const PASSWORD = ['Tr0ub4dor', 'horse&3'].join('-')
const KEY_BODY = 'q7Zk2mVx9RbT4wLc8HdN3sYg6JpF5uKe1AoQ'.repeat(2).slice(0, 64)
const PEM = ['-----BEGIN RSA PRIVATE KEY-----', KEY_BODY, KEY_BODY, '-----END RSA PRIVATE KEY-----'].join('\n')

/** Secrets in places that other rules quote, too: a value, a title, a row, an action. */
const DOCUMENT = `${RIGHT.replace(/SEV\d/, `SEV9 ${TOKEN}`).replace('- [x] Give each', `- [ ] Rotate ${TOKEN} and give each`)}
## Details ${TOKEN}

The operator John forgot to set password=${PASSWORD} as he should have.

\`\`\`
${PEM}
\`\`\`
`

test.each(FORMAT_NAMES)('%s prints none', async (format) => {
  const folder = folderWith({ 'a.md': DOCUMENT })
  const { out, err } = await run(folder, ['lint', '--format', format, '--level', 'hint', '.'])
  expect(out).toContain('secret')
  expect(out).toContain('invalid-enum-value')
  for (const secret of [TOKEN, TOKEN.slice(0, 12), PASSWORD, KEY_BODY]) expect(out + err).not.toContain(secret)
})

test('places are those of the file', async () => {
  const folder = folderWith({ 'a.md': `${RIGHT}\n- The job used ${TOKEN} twice.\n` })
  const { out } = await run(folder, ['lint', 'a.md'])
  expect(out).toMatch(/ {2}\d+ \| - The job used \*{40} twice\.\n {5,7}\| {16}\^{40}\n/)
})

test('a message quotes none, nor the beginning of one that was cut', () => {
  const { text, message } = withoutSecrets(`Used ${TOKEN} there.\r\nAnd more.`)
  expect(text).toBe(`Used ${'*'.repeat(40)} there.\r\nAnd more.`)
  expect(message(`"Used ${TOKEN}" is new.`)).toBe('"Used [redacted]" is new.')
  expect(message(`"Used ${TOKEN.slice(0, 20)}…" is new.`)).toBe('"Used [redacted]…" is new.')
  expect(message('"And more…" is new.')).toBe('"And more…" is new.')
})
