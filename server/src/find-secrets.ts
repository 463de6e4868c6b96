/** Keys, tokens and passwords in a text, and texts without them. */

/** A secret. Offsets are UTF-16 code units. */
export interface FoundSecret {
  /** What it is, as a message begins: `A GitHub token`. */
  readonly what: string
  readonly start: number
  readonly end: number
}

/** The secrets in a text, in order; of two that overlap, the first. */
export function secretsIn(text: string): FoundSecret[] {
  const found = [...known(text), ...labelled(text)].sort((a, b) => a.start - b.start || b.end - a.end)
  let before = 0
  return found.filter(({ start, end }) => {
    if (start < before) return false
    before = end
    return true
  })
}

/** What is printed of a text, without its secrets. */
export interface Shareable {
  /** The text in the same length with asterisks for its secrets; line ends stay. */
  readonly text: string
  /** A message that may quote the text, whole or as `shortened` cuts it. */
  message(message: string): string
}

/** A text, and what is said of it, as logs may keep it. */
export function withoutSecrets(text: string): Shareable {
  const secrets = secretsIn(text)
  let [masked, from] = ['', 0]
  for (const { start, end } of secrets) {
    masked += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, '*')
    from = end
  }
  const values = secrets.map(({ start, end }) => text.slice(start, end))
  return { text: masked + text.slice(from), message: (message) => values.reduce(withoutSecret, message) }
}

function withoutSecret(message: string, secret: string): string {
  let safe = message.replaceAll(secret, REDACTED)
  for (let most = Math.min(secret.length - 1, MAX_QUOTED); most >= MIN_TOLD && safe.includes('…'); most--) {
    safe = safe.replaceAll(`${secret.slice(0, most)}…`, `${REDACTED}…`)
  }
  return safe
}

/** What stands for a secret. */
const REDACTED = '[redacted]'
/** No message quotes more of a text at once. */
const MAX_QUOTED = 200
/** What is shorter tells nothing. */
const MIN_TOLD = 4

/** Formats that issuers have given their keys. The group, or else the whole match, is the secret. */
const KNOWN: readonly [string, RegExp][] = [
  ['An AWS access key ID', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['A GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{40,255})\b/g],
  ['A GitLab token', /\bgl(?:pat|dt|rt|cbt|ptt|ft)-[A-Za-z0-9_-]{20,64}(?![\w-])/g],
  ['A Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{20,255}(?![\w-])/g],
  ['A Slack webhook', /\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/]{20,120}/g],
  ['A Stripe key', /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,255}\b/g],
  ['A Google API key', /\bAIza[A-Za-z0-9_-]{35}(?![\w-])/g],
  ['A Google OAuth secret', /\b(?:GOCSPX-[A-Za-z0-9_-]{28}|ya29\.[A-Za-z0-9_-]{30,500})(?![\w-])/g],
  ['A JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,2000}/g],
  ['An npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['A PyPI token', /\bpypi-AgEI[A-Za-z0-9_-]{50,500}/g],
  ['A SendGrid key', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![\w-])/g],
  ['A DigitalOcean token', /\bdo[op]_v1_[a-f0-9]{64}\b/g],
  ['An Anthropic or OpenAI key', /\bsk-(?:ant|proj|svcacct)-[A-Za-z0-9_-]{30,255}(?![\w-])/g],
  ['A password in an address', /:\/\/[^\s:@/<>"'`[\]{}]{0,100}:([^\s@/<>"'`]{3,200})@(?=[\w[])/g],
  [
    'An HTTP credential',
    /\bAuthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:Bearer|Basic|Token)\s{1,3}([A-Za-z0-9._~+/-]{16,4000}={0,2})/gi,
  ],
]

const KEY_BEGIN = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g
/** Of a private key, at least this many characters of base64; less is an illustration. */
const MIN_KEY_LENGTH = 64
const MAX_KEY_LENGTH = 20_000

function known(text: string): FoundSecret[] {
  const found = KNOWN.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): FoundSecret[] => {
      const secret = match[1] ?? match[0]
      if (isPlaceholder(secret)) return []
      const start = match.index + match[0].lastIndexOf(secret)
      return [{ what, start, end: start + secret.length }]
    }),
  )
  for (const { 0: begin, index } of text.matchAll(KEY_BEGIN)) {
    const from = index + begin.length
    const dashes = text.indexOf('-----', from)
    const body = text.slice(from, dashes < 0 ? from + MAX_KEY_LENGTH : Math.min(dashes, from + MAX_KEY_LENGTH))
    if (body.replace(/[^A-Za-z0-9+/=]/g, '').length < MIN_KEY_LENGTH) continue
    const close = text.startsWith('-----END', dashes) ? text.indexOf('-----', dashes + 8) : -1
    found.push({ what: 'A private key', start: index, end: close < 0 ? from : close + 5 })
  }
  return found
}

/** Names of what is secret, at the end of a longer one perhaps: `DB_PASSWORD`, `stripe.api-key`. */
const LABEL =
  /((?:password|passwd|passphrase|pwd)|(?:api|access|secret|private|signing|encryption|account|shared)[_-]?(?:access[_-]?)?key|secret|token)["'*`]{0,3}(?:\s{0,3}(?::=|=>|[:=])|\s{1,3}(?:is|was)\s)[ \t]{0,3}[*_]{0,2}(["'`]?)(?=([^\s"'`<>,;|=]{6,300}={0,2}))/gi
/** Before the name, or in it: what is counted, hashed or only referred to. */
const NO_SECRET = /(?:checksum|hash|digest|public|cache|max|min|csrf|page|next|continuation|sync|id)[_./-]?$/i
/** Behind a value in running text, further words: it was no value. */
const ENDS_VALUE = /^["'`*_.,;:)\]|\\]*(?:\s*$|\s*[|#"'`,;)\]}]|\s*<!--|\s*\\n|\s{2,}|[;,&])/

function labelled(text: string): FoundSecret[] {
  return [...text.matchAll(LABEL)].flatMap((match): FoundSecret[] => {
    const [whole, name = '', quote = '', raw = ''] = match
    const value = raw.replace(/[.)\]}*_:!?]+$/, '')
    const start = match.index + whole.length
    const end = start + value.length
    if (NO_SECRET.test(text.slice(Math.max(0, match.index - 24), match.index))) return []
    const lineEnd = text.indexOf('\n', end)
    const behind = text.slice(end, Math.min(end + 80, lineEnd < 0 ? text.length : lineEnd)).replace(/\r$/, '')
    const isPassword = /^(?:pass|pwd)/i.test(name)
    // `password=value more` is a command, `password: value more` a sentence. What is random is no word of one.
    const isValue = quote !== '' || /=[ \t*_]*$/.test(whole) || ENDS_VALUE.test(behind)
    const isSecret = isPassword ? isValue && looksLikePassword(value) : looksRandom(value)
    return isSecret && !isPlaceholder(value) ? [{ what: isPassword ? 'A password' : 'A key or token', start, end }] : []
  })
}

/** Letters with digits or signs among them, and no path, address, date, amount, call or variable. */
function looksLikePassword(value: string): boolean {
  if (!/\p{L}/u.test(value) || !/[\p{N}!@#%^&*+~?]/u.test(value)) return false
  return !/^[/~.\\$%{[(]|:\/\/|[(){}[\]]|^\d+[a-z]{0,7}$|^\d{1,2}[:.-]\d|^v?\d+(?:\.\d+)+|^[\p{L}_]+\.[\p{L}_]|->|::/iu.test(
    value,
  )
}

/** Random enough that nobody has made it up: letters of both cases and digits, or long hexadecimal. */
function looksRandom(value: string): boolean {
  if (/^(?:sha\d+[:-]|arn:|urn:|https?:|[/~.$%{[(])/i.test(value)) return false
  if (/^(?:[0-9a-f]{32,128}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i.test(value)) return true
  if (!/^[A-Za-z0-9+/_=.~-]{16,300}$/.test(value) || (value.match(/[-_./]/g) ?? []).length > 4) return false
  const isMixed = /[a-z]/.test(value) && /[A-Z]/.test(value) && (value.match(/\d/g) ?? []).length >= 2
  return isMixed && entropy(value) >= 3.5
}

/** Bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>()
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length)
  return bits
}

/** What stands for a secret in an example: `AKIA…EXAMPLE`, `changeme`, `xxxx`, `$TOKEN`, one character again and again. */
function isPlaceholder(value: string): boolean {
  return (
    /example|sample|placeholder|redacted|changeme|change-me|dummy|your[_-]|yourpass|notreal|not-real|secret$|^pass(?:word)?$|^test|process\.env|0123456789|abcdefgh/i.test(
      value,
    ) ||
    /(.)\1{5}|x{4}|\*{2}|\.{3}|…|^[$%{<[(]|\$\{|\{\{|^(?:none|null|nil|true|false|required|string|unset|hidden|masked)$/i.test(
      value,
    )
  )
}
