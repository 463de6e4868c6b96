/**
 * Documents, configurations and templates that have n of one construct, of every construct that there is. What has a
 * registry (rules, kinds of sections, keys of the configuration) is taken from there: a new rule is measured with the
 * bad example of its page, and a new key without an entry here is an error.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysAt } from '../../../server/src/config/describe.ts'
import { SECTION_KINDS } from '../../../server/src/lexicon/lexicon.ts'
import { RULE_IDS } from '../../../server/src/rules/registry.ts'

/** What is opened, and what else is in the workspace. */
export interface Grown {
  readonly text: string
  /** Where it lies. */
  readonly path?: string
  readonly files?: Readonly<Record<string, string>>
}

/** Makes one with so many. */
export interface Generator {
  readonly name: string
  readonly n: number
  readonly make: (n: number) => Grown
}

const many = (n: number, line: (i: number) => string, between = '\n') =>
  Array.from({ length: n }, (_, i) => line(i)).join(between)
const two = (i: number) => String(i % 60).padStart(2, '0')
const clock = (i: number) => `${String(Math.floor(i / 60) % 24).padStart(2, '0')}:${two(i)}`
const day = (i: number) =>
  `2026-${String(1 + (Math.floor(i / 28) % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`

const HEAD = `# Incident post-mortem: Search failed

- **Date**: 2026-01-10
- **Severity**: SEV2
- **Status**: Draft
- **Duration**: 10:00 to 11:20 (80 min)
`
const TIMELINE =
  '## Timeline\n\n- 10:00 **Started**: the deploy\n- 10:05 **Detected**: an alert\n- 11:20 **Resolved**\n'
const ACTIONS = '## Action Items\n\n- [ ] Alert on it\n  - **Owner**: Ana\n  - **Due Date**: 2026-02-01\n'
const FRONT = '---\ntemplate: incident-review\n---\n\n'

/** n lines in a section. */
const section =
  (heading: string, line: (i: number) => string, before = '') =>
  (n: number): Grown => ({ text: `${HEAD}\n${TIMELINE}\n${heading}\n\n${before}${many(n, line)}\n\n${ACTIONS}` })
/** n lines in the first section. */
const head =
  (line: (i: number) => string, between?: string) =>
  (n: number): Grown => ({ text: `${HEAD}${many(n, line, between)}\n\n${TIMELINE}\n${ACTIONS}` })
const rows = (columns: string, line: (i: number) => string, heading = '## Timeline') => {
  const rule = columns.replace(/[^|]+/g, ' --- ')
  return (n: number): Grown => ({
    text: `${HEAD}\n${heading}\n\n${columns}\n${rule}\n${many(n, line)}\n\n## Notes\n\nNone.\n`,
  })
}
const ACTION_COLUMNS = '| ID | Action | Owner | Priority | Due Date | Status |'

/** Of Markdown, whatever it says. */
const MARKDOWN: Readonly<Record<string, (n: number) => Grown>> = {
  headings: section('## Notes', (i) => `### Note ${i}\n\nText ${i}.\n`),
  'equal headings': section('## Notes', () => '### Note\n\nText.\n'),
  'deep headings': section('## Notes', (i) => `${'#'.repeat(3 + (i % 4))} Note ${i}\n`),
  'headings with underlines': section('## Notes', (i) => `Note ${i}\n------\n`),
  paragraphs: section('## Summary', (i) => `The cache of service-${i} was full at ${clock(i)}.\n`),
  'lines of a paragraph': section('## Summary', (i) => `The cache ${i} was full because a deploy failed,`),
  'items of a list': section('## Lessons Learned', (i) => `- Lesson ${i}: caches fill up`),
  'numbered items': section('## Lessons Learned', (i) => `${i + 1}. Lesson ${i}`),
  'nested items': section('## Lessons Learned', (i) => `${'  '.repeat(i % 6)}- Lesson ${i}`),
  'lists between texts': section('## Notes', (i) => `- item ${i}\n\nText ${i}\n`),
  'check boxes': section('## Notes', (i) => `- [${i % 2 ? 'x' : ' '}] box ${i}`),
  quotes: section('## Notes', (i) => `> quote ${i}\n`),
  'code blocks': section('## Notes', (i) => `\`\`\`sh\nkubectl get ${i}\n\`\`\`\n`),
  'lines of code': (n) => ({
    text: `${HEAD}\n## Notes\n\n\`\`\`\n${many(n, (i) => `at line ${i}`)}\n\`\`\`\n\n${TIMELINE}`,
  }),
  'code spans': section('## Notes', (i) => `The flag \`--x-${i}\` and \`y\`.`),
  tables: section('## Notes', (i) => `| a | b |\n| --- | --- |\n| ${i} | x |\n`),
  'rows of a table': section('## Notes', (i) => `| ${i} | x |`, '| a | b |\n| --- | --- |\n'),
  'short rows': section('## Notes', (i) => `| ${i}`, '| a | b |\n| --- | --- |\n'),
  comments: section('## Notes', (i) => `<!-- comment ${i} -->\n`),
  'comments that switch rules off': section(
    '## Notes',
    (i) => `<!-- postmortem-disable-next-line placeholder -->\n[TODO ${i}]\n`,
  ),
  'HTML blocks': section('## Notes', (i) => `<div>\n${i}\n</div>\n`),
  links: section('## References', (i) => `- [OPS-${i}](https://tracker.example/OPS-${i})`),
  'links by reference': (n) => ({
    text: `${HEAD}\n${many(n, (i) => `[a${i}] and`)}\n\n${many(n, (i) => `[a${i}]: /u${i}`)}\n\n${TIMELINE}`,
  }),
  'bare URLs': section('## References', (i) => `- https://wiki.example/page/${i}`),
  images: section('## Notes', (i) => `![graph ${i}](graph-${i}.png)`),
  emphasis: section('## Notes', (i) => `Some *em ${i}* and **strong** and ~~struck~~.`),
  'thematic breaks': section('## Notes', (i) => `Part ${i}\n\n---\n`),
  'empty lines': section('## Notes', () => '\n'),
  'long lines': section('## Notes', (i) => `${'the service was slow '.repeat(20)}${i}\n`),
  'keys of front matter': (n) => ({ text: `---\n${many(n, (i) => `key${i}: ${i}`)}\n---\n\n${HEAD}\n${TIMELINE}` }),
  'merge conflicts': section('## Notes', (i) => `<<<<<<< ours\na ${i}\n=======\nb ${i}\n>>>>>>> theirs\n`),
}

/** Of post-mortems. */
const CONTENT: Readonly<Record<string, (n: number) => Grown>> = {
  'bold fields': head((i) => `- **Field ${i}**: value ${i}`),
  'equal fields': head(() => '- **Severity**: SEV3'),
  'plain fields': (n) => ({
    text: `# Post-mortem: Search\n\n${many(n, (i) => `Field ${i}: value ${i}`, '  \n')}\n\n${TIMELINE}`,
  }),
  'fields of the template': head(() => '- **Author**: [Name]'),
  'rows of fields': rows('| Field | Value |', (i) => `| Field ${i} | ${day(i)} |`, '## Details'),
  dates: section('## Notes', (i) => `- On ${day(i)} it was slow`),
  'dates in words': section('## Notes', (i) => `- On ${1 + (i % 28)} March 2026 and 3/${1 + (i % 28)}/2026`),
  weekdays: section('## Notes', (i) => `- Monday, ${day(i)}`),
  zones: section('## Notes', (i) => `- ${clock(i)} ${['CET', 'EST', 'IST', 'UTC+2'][i % 4]}`),
  'durations as fields': head((i) => `- **Duration**: 16:05 to 17:40 (${70 + (i % 9)} min)`),
  'equal durations as fields': head(() => '- **Duration**: 16:05 to 17:40 (75 min)'),
  'durations below a heading': section('## Impact', () => '- **Duration**: 16:05 to 17:40 (75 min)'),
  'metrics as fields': section(
    '## Metrics',
    (i) => `- **Time to ${['Detect', 'Resolve', 'Mitigate'][i % 3]}**: ${i} min`,
  ),
  'metrics in a table': rows(
    '| Metric | Actual | Target |',
    (i) => `| Time to Detect | ${i} min | 5 min |`,
    '## Metrics',
  ),
  'durations in text': section('## Summary', (i) => `It took ${i} minutes, then 2 hours.`),
  'entries of a list': section('## Timeline of events', (i) => `- ${clock(i)} step ${i}`),
  'entries with milestones': section(
    '## Timeline of events',
    (i) => `- ${clock(i)} **${['Started', 'Detected', 'Resolved'][i % 3]}**: ${i}`,
  ),
  'entries of a table': rows(
    '| Time (UTC) | Duration | Description | Owner |',
    (i) => `| ${clock(i)} | ${i} min | Step ${i} | Ana |`,
  ),
  'entries out of order': rows('| Time | Description |', (i) => `| ${clock(i * 37)} | Step ${i} |`),
  'entries in paragraphs': section('## Timeline of events', (i) => `${clock(i)} - step ${i}\n`),
  'entries with days': section('## Timeline of events', (i) => `- ${day(i)} ${clock(i)} step ${i}`),
  'entries below days': section('## Timeline of events', (i) => `### ${day(i)}\n\n- ${clock(i)} step ${i}\n`),
  'entries with offsets': section('## Timeline of events', (i) => `- T+${i}m step ${i}`),
  'entries as headings': section('## Timeline of events', (i) => `### ${clock(i)} Step ${i}\n`),
  timelines: (n) => ({
    text: `${HEAD}\n${many(n, (i) => `## Timeline ${i}\n\n- ${clock(i)} a\n- ${clock(i + 1)} b\n`)}`,
  }),
  'impact windows': section('## Impact', (i) => `- ${clock(i)} to ${clock(i + 9)}: ${i} % of requests failed`),
  'affected of totals': section('## Impact', (i) => `- ${i + 5} of ${i} customers (${i % 120} %)`),
  'actions in a list': section('## Action Items', (i) => `- [ ] Task ${i}`),
  'actions with fields': section(
    '## Action Items',
    (i) => `- [ ] Task ${i}\n  - **Owner**: Ana\n  - **Due Date**: ${day(i)}`,
  ),
  'actions in a table': rows(
    ACTION_COLUMNS,
    (i) => `| A-${i} | Task ${i} | Ana | P1 | ${day(i)} | Open |`,
    '## Action Items',
  ),
  'actions with one ID': rows(ACTION_COLUMNS, (i) => `| A-1 | Task ${i} | | P9 | | Perhaps |`, '## Action Items'),
  'groups of actions': section('## Action Items', (i) => `### Group ${i}\n\n- [ ] Task ${i}\n`),
  owners: rows(ACTION_COLUMNS, (i) => `| A-${i} | Task | Person ${i} | P1 | | Done |`, '## Action Items'),
  whys: section('## 5 Whys', (i) => `${i + 1}. Why ${i}? Because of ${i}.`),
  placeholders: section('## Notes', (i) => `- [What happened ${i}, and why]`),
  'words left to do': section('## Notes', (i) => `- TODO ${i} TBD ???`),
  'placeholders of the template': (n) => ({
    text: `${FRONT}${HEAD}\n## Timeline\n\n${many(n, () => '- [HH:MM] [Name] [X min]')}\n`,
  }),
  secrets: section('## Notes', (i) => `- token AKIAIOSFODNN7EXAMP${String(i % 100).padStart(2, '0')}`),
  blame: section('## Root Cause', (i) => `- Bob${i} should have known, and it was his fault.`),
  'sections of kinds': (n) => ({
    text: `${HEAD}\n${many(n, (i) => `## ${(SECTION_KINDS[i % SECTION_KINDS.length] ?? '').replaceAll('-', ' ')}\n\nText.\n`)}`,
  }),
  incidents: (n) => ({
    text: many(
      n,
      (i) => `## Incident INC-2026-${i}\n\n- **Date**: ${day(i)}\n\n### Timeline\n\n- ${clock(i)} Started\n`,
    ),
  }),
  'incident IDs': section('## References', (i) => `- INC-20260110-${i} was alike`),
  'no post-mortem': (n) => ({ text: `# Cooking\n\n${many(n, (i) => `## Step ${i}\n\nStir for ${i} min.\n`)}` }),
  approvals: rows('| Role | Name | Date |', (i) => `| Manager ${i} | [Name] | |`, '## Review and Approval'),
}

const DOCUMENT = `${HEAD}\n${TIMELINE}\n${ACTIONS}`
const configured =
  (line: (i: number) => string, before = '', after = '') =>
  (n: number): Grown => ({
    text: DOCUMENT,
    files: {
      '.postmortem.yml': `${before}${many(n, line)}${after}\n`,
      'team.md': '# Outage: [Title]\n\n## Timeline\n',
    },
  })
const single = (line: string) => configured(() => '# a comment', `${line}\n`)

/** n of what stands below each key of the configuration; where that is one value, of comments beside it. */
const CONFIGURATION: Readonly<Record<string, (n: number) => Grown>> = {
  extends: configured((i) => `  - other-${i % 20}.yml`, 'extends:\n'),
  folder: single('folder: docs/post-mortems'),
  fileName: single("fileName: '{date}-{slug}.md'"),
  id: single('id: OUT-YYYYMMDD-NN'),
  templates: configured((i) => `  - { file: team.md, match: 'a${i}/**' }`, 'templates:\n'),
  include: configured((i) => `  - 'a${i}/**/*.md'`, 'include:\n'),
  exclude: configured((i) => `  - 'a${i}/*/b{c,d}.md'`, 'exclude:\n'),
  severities: configured((i) => `  - { value: S${i}, meaning: It is ${i}, aliases: [T${i}] }`, 'severities:\n'),
  priorities: configured((i) => `  - { value: Q${i}, meaning: It is ${i} }`, 'priorities:\n'),
  statuses: configured((i) => `  - State ${i}`, 'statuses:\n'),
  timeZone: single('timeZone: Europe/Oslo'),
  dateOrder: single('dateOrder: dmy'),
  metrics: single('metrics: rootly'),
  owners: configured((i) => `  - Person ${i}`, 'owners:\n'),
  sla: configured((i) => `  P${i}: 3d`, 'sla:\n'),
  tracker: configured((i) => `  - OPS${i}-*`, 'tracker:\n'),
  since: single('since: 2020-01-01'),
  rules: configured((i) => `  no-rule-${i}: off`, 'rules:\n'),
}

/** A document of a team's template with n of something. */
const templated =
  (template: (n: number) => string, text = DOCUMENT) =>
  (n: number): Grown => ({
    text,
    files: { '.postmortem.yml': "templates:\n  - { file: team.md, match: '**' }\n", 'team.md': template(n) },
  })
const frontOf = (lines: string) => `---\n${lines}\n---\n\n# Outage: [Title]\n\n- **Severity**: [S0/S1]\n\n## Timeline\n`
const body = (line: (i: number) => string, before = '') =>
  templated((n) => `# Outage: [Title]\n\n${before}${many(n, line)}\n`)

const TEMPLATES: Readonly<Record<string, (n: number) => Grown>> = {
  headings: body((i) => `## Section ${i}\n`),
  'equal headings': body(() => '## Section\n'),
  'nested headings': body((i) => `${'#'.repeat(2 + (i % 5))} Section ${i}\n`),
  'optional headings': body((i) => `## Section ${i} <!-- optional -->\n`),
  fields: body((i) => `- **Field ${i}**: [Name]`),
  'values of a field': templated((n) => `# Outage: [Title]\n\n- **Severity**: [${many(n, (i) => `S${i}`, '/')}]\n`),
  guidance: body((i) => `[What happened ${i}, and why.]\n`, '## Summary\n\n'),
  boilerplate: body((i) => `We do not blame ${i} times.\n`, '## Summary\n\n'),
  placeholders: body((i) => `- [Placeholder ${i}]`, '## Summary\n\n'),
  tables: body((i) => `| Time ${i} | What |\n| --- | --- |\n| [HH:MM] | [What] |\n`, '## Timeline\n\n'),
  columns: templated((n) => {
    const cells = (line: (i: number) => string) => `|${many(Math.ceil(n / 8), line, '|')}|\n`
    return `# Outage: [Title]\n\n## Timeline\n\n${cells((i) => `Column ${i}`)}${cells(() => '---')}${cells(() => '[Name]')}`
  }),
  'rows of samples': body((i) => `| [HH:MM] | Sample ${i} |`, '## Timeline\n\n| Time | What |\n| --- | --- |\n'),
  lists: body((i) => `- [ ] [Task ${i}]\n  - **Owner**: [Name]\n\nText.\n`, '## Action Items\n\n'),
  severities: templated((n) => frontOf(`severities:\n${many(n, (i) => `  - { value: S${i}, meaning: m ${i} }`)}`)),
  aliases: templated((n) => frontOf(`aliases:\n  Timeline: [${many(n, (i) => `Other ${i}`, ', ')}]`)),
  optional: templated((n) => frontOf(`optional:\n${many(n, (i) => `  - Section ${i}`)}`)),
  kinds: templated((n) => frontOf(`kinds:\n${many(n, (i) => `  Section ${i}: impact`)}`)),
  rules: templated((n) => frontOf(`rules:\n${many(n, (i) => `  no-rule-${i}: off`)}`)),
  'as the document itself': (n) => ({
    text: `# Incident: [Title]\n\n${many(n, (i) => `## Section ${i}\n\n- **Date**: [YYYY-MM-DD]\n`)}`,
    path: 'templates/post-mortem.md',
  }),
}

/** The folder of the rules' pages: this file is bundled, so it cannot say where it is. */
const PAGES = process.env['RULE_PAGES'] ?? ''

/** The bad example of a rule's page, as n sections below one title. */
function ofRule(id: string): (n: number) => Grown {
  const page = readFileSync(join(PAGES, `${id}.md`), 'utf8')
  const example = /\n## Bad\n\n```\w+\n([\s\S]*?)```\n/.exec(page)?.[1] ?? ''
  const at = example.search(/^## /m)
  const part = at < 0 ? example : example.slice(at)
  return (n) => ({ text: `${at < 0 ? HEAD : example.slice(0, at)}\n${many(Math.ceil(n / 12), () => part, '\n')}` })
}

const FOLDER_FILES: Readonly<Record<string, (n: number) => Grown>> = {
  'files beside it': (n) => ({
    text: DOCUMENT,
    files: Object.fromEntries(
      Array.from({ length: Math.ceil(n / 10) }, (_, i) => [`notes/other-${i}.md`, `${HEAD}\n${TIMELINE}`]),
    ),
  }),
  'code owners': (n) => ({ text: DOCUMENT, files: { CODEOWNERS: many(n, (i) => `/a${i}/ @team-${i} @p${i}`) } }),
}

/** Of lines, so that what is quadratic outweighs what is not. */
const N = 150

/** All of them. @throws Error for a key of the configuration that has none */
export function makeGenerators(): Generator[] {
  const missing = keysAt([]).filter(({ name }) => !(name in CONFIGURATION))
  if (missing.length > 0) throw new Error(`Add to CONFIGURATION: ${missing.map(({ name }) => name).join(', ')}.`)
  const named = (prefix: string, all: Readonly<Record<string, (n: number) => Grown>>) =>
    Object.entries(all).map(([name, make]) => ({ name: `${prefix}: ${name}`, n: N, make }))
  const asDocument = (all: typeof CONFIGURATION) =>
    Object.fromEntries(
      Object.entries(all).map(([name, make]) => [
        name,
        (n: number): Grown => ({ text: make(n).files?.['.postmortem.yml'] ?? '', path: '.postmortem.yml' }),
      ]),
    )
  return [
    ...named('Markdown', MARKDOWN),
    ...named('content', CONTENT),
    ...named('configuration', CONFIGURATION),
    ...named('configuration as it is typed', asDocument(CONFIGURATION)),
    ...named('template', TEMPLATES),
    ...named('workspace', FOLDER_FILES),
    ...named('rule', Object.fromEntries(RULE_IDS.map((id) => [id, ofRule(id)]))),
  ]
}
