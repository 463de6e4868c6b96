import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, finderOf, findingsIn, sentenceShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const RULE = 'secret'
const document = (body: string) => written('minimal', `## Summary\n\n${body}\n`)

/** The text and the first words of the message of each finding. */
const secrets = finderOf(RULE, sentenceShown)

/** Invented characters without a pattern. */
const random = (length: number) => 'q7Zk2mVx9RbT4wLc8HdN3sYg6JpF5uKe1AoQ'.repeat(9).slice(0, length)
const upper = (length: number) => 'Q7ZK2MVX5RBT4WLC'.repeat(4).slice(0, length)

// In pieces, so that no scanner of sources takes them for real ones.
const KEYS: readonly [what: string, key: string][] = [
  ['An AWS access key ID', `AKIA${upper(16)}`],
  ['A GitHub token', `ghp_${random(36)}`],
  ['A GitHub token', `github_pat_${random(82)}`],
  ['A GitLab token', `glpat-${random(20)}`],
  ['A Slack token', `xoxb-${'8271936450'}-${'6720193845'}-${random(24)}`],
  ['A Slack webhook', `https://hooks.slack.com/services/${upper(9)}/${upper(11)}/${random(24)}`],
  ['A Stripe key', `sk_live_${random(24)}`],
  ['A Google API key', `AIza${random(35)}`],
  ['A Google OAuth secret', `GOCSPX-${random(28)}`],
  ['A JSON Web Token', `eyJ${random(30)}.eyJ${random(60)}.${random(43)}`],
  ['An npm token', `npm_${random(36)}`],
  ['A SendGrid key', `SG.${random(22)}.${random(43)}`],
  ['An Anthropic or OpenAI key', `sk-ant-${random(60)}`],
]

const PEM = ['-----BEGIN RSA PRIVATE KEY-----', random(64), random(64), '-----END RSA PRIVATE KEY-----'].join('\n')

describe('is one', () => {
  test.each(KEYS)('%s', async (what, key) => {
    expect(await secrets(document(`The job used ${key} for it.`))).toEqual([[key, what]])
    expect(await secrets(document(`\`\`\`\nexport KEY=${key}\n\`\`\``))).toEqual([[key, what]])
  })
  test('a private key, as a whole', async () => {
    expect(await secrets(document(`\`\`\`\n${PEM}\n\`\`\``))).toEqual([[PEM, 'A private key']])
  })
  test.each([
    ['password: t7Rk-92mQx', 't7Rk-92mQx'],
    ['The password is t7Rk-92mQx.', 't7Rk-92mQx'],
    ['- **Password**: t7Rk92mQx', 't7Rk92mQx'],
    ['`DB_PASSWORD="t7Rk-92mQx"`', 't7Rk-92mQx'],
    ['Server=db;Password=t7Rk92!mQx;Timeout=5', 't7Rk92!mQx'],
    ['psql postgres://app:t7Rk92mQx@db.example.com/orders', 't7Rk92mQx'],
    ['curl -u x https://ci:correcthorse@git.example.com/', 'correcthorse'],
    [`api_key = ${random(24)}`, random(24)],
    [`"client_secret": "${random(32)}"`, random(32)],
    ['access_token: 8f3a91c07be24d6f8f3a91c07be24d6e', '8f3a91c07be24d6f8f3a91c07be24d6e'],
    [`Authorization: Bearer ${random(40)}`, random(40)],
    ['| user | password: t7Rk92mQx |', 't7Rk92mQx'],
  ])('%s', async (text, secret) => {
    expect((await secrets(document(text))).map(([found]) => found)).toEqual([secret])
    expect((await secrets(document(`\`\`\`sh\n${text}\n\`\`\``))).map(([found]) => found)).toEqual([secret])
  })
  test('in front matter, a heading, a comment and a quotation', async () => {
    const [, [, key] = ['', '']] = KEYS
    const text = `---\ntemplate: minimal\ntoken: ${key}\n---\n\n# Post-Mortem: ${key}\n\n<!-- ${key} -->\n\n> ${key}\n`
    expect(await secrets(text)).toHaveLength(4)
  })
  test('a warning that does not repeat it', async () => {
    const opened = await open(document('password: t7Rk-92mQx'))
    expect(findingsIn(opened)).toContainEqual([9, RULE, 'warning'])
    expect(JSON.stringify(opened.view.findings)).not.toContain('t7Rk')
    expect(JSON.stringify(opened.view.postMortem.secrets)).not.toContain('t7Rk')
  })
})

describe('is none', () => {
  test.each([
    `AKIA${'IOSFODNN7'}EXAMPLE`,
    `ghp_${'x'.repeat(36)}`,
    'password: <password>',
    'password: ****',
    'password: $DB_PASSWORD',
    `password: $${'{DB_PASSWORD}'}`,
    'password: {{ db.password }}',
    'password: changeme',
    'password: [redacted]',
    'password = getPassword()',
    'password: process.env.DB_PASSWORD',
    'Password: rotated on 2026-03-09',
    'Password: 8 characters at least',
    'Password: 90d',
    'The password was rotated1 at noon',
    'The token expires after 15min',
    'token: default-token-abc12',
    'secret: orders-db-credentials-v2',
    'Secret: /etc/orders/secret1',
    `checksum/secret: ${'8f3a91c07be24d6f'.repeat(4)}`,
    'The commit 8f3a91c07be24d6f8f3a91c07be24d6e8f3a91c0 of the token service',
    'postgres://app:password@localhost/orders',
    'postgres://app:$PASSWORD@db/orders',
    'https://docs.example.com:8443/a@b',
    'cache key: 8f3a91c07be24d6f8f3a91c07be24d6e',
    'secret=arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders',
    '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
  ])('%s', async (text) => {
    expect(await secrets(document(text))).toEqual([])
    expect(await secrets(document(`\`\`\`\n${text}\n\`\`\``))).toEqual([])
  })
  test('in ordinary Markdown', async () => {
    expect(await secrets('# Recipes\n\npassword: t7Rk-92mQx\n')).toEqual([])
  })
})

test('the fix leaves nothing of it', async () => {
  expect(await applyFix(document('Log in with `password: "t7Rk-92mQx"`.'), RULE)).toBe(
    document('Log in with `password: "[redacted]"`.'),
  )
  expect(await applyFix(document(`\`\`\`\n${PEM}\n\`\`\``), RULE)).toBe(document('```\n[redacted]\n```'))
})

describe('planted errors', () => {
  /** Each key at the end of a paragraph, in a list, in a table and in a code block. */
  const mutants = (path: string): Mutant[] => {
    const right = fixture(path)
    const places = [/^## (?:Executive )?Summary\n\n.*?\S(?=\n)/ms, /^- .*$/m, /^\| \d\d:\d\d .*?(?= \|)/m, /$/]
    return [...KEYS.map(([, key]) => key), `DB_PASSWORD=${random(12)}`].flatMap((key, number) => {
      const match = places.map((place) => place.exec(right)).filter((found) => found !== null)[number % 3]
      const at = match ? match.index + match[0].length : right.length
      const block = `${right}\n\`\`\`\n${key}\n\`\`\`\n`
      return [
        { what: `${path}:${at} ${key}`, right, wrong: `${right.slice(0, at)} (${key})${right.slice(at)}` },
        { what: `${path}: code ${key}`, right, wrong: block },
      ]
    })
  }
  test('are found', () => expectFound(RULE, ['filled/incident-review.md', 'filled/minimal.md'].flatMap(mutants)))
})
