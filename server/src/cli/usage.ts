/** What `--help` prints. */
import { VERSION } from '../version.ts'

const GENERAL = `postmortem ${VERSION}: reads incident post-mortems in Markdown

usage:
  postmortem lint FILE|FOLDER...       check post-mortems
  postmortem actions [FILE|FOLDER...]  list the action items of post-mortems
  postmortem incidents [FILE|FOLDER...]  list post-mortems
  postmortem rules [ID]                list the rules, or print the page of one
  postmortem inspect FILE...           print what was understood of each file
  postmortem template check FILE...    print what each template demands, and its mistakes
  postmortem COMMAND --help            how to use a command
  postmortem --version`

const LINT = `usage: postmortem lint [OPTION...] FILE|FOLDER...
       postmortem lint --stdin [--stdin-path PATH] [OPTION...]

Checks post-mortems. Folders are searched for .md and .markdown files that no ignore file leaves out. Ordinary Markdown
is passed over.

  --fix                  make all safe fixes: never of times, durations, IDs or the order of rows
  --format FORMAT        how findings are printed: text, json, sarif, github, gitlab, junit or checkstyle (text)
  --output-file FORMAT=PATH  write a file in a format, too; as often as you like
  --level LEVEL          the least level that is shown (info, in JSON hint); what is not shown counts all the same
  --quiet                show what fails, and nothing else
  --config FILE          the configuration for all files, instead of the nearest .postmortem.yml
  --baseline FILE        say nothing of the findings in FILE
  --update-baseline      write all findings to the baseline instead of printing them
  --cache                keep what is found, and read only what has changed since the last run
  --cache-location PATH  the file or folder for that (node_modules/.cache/postmortem/, else .postmortemcache)
  --fail-on LEVEL        the least level that fails: error, warning, info or hint (warning)
  --max-warnings N       let warnings fail only where there are more
  --today                let findings fail, too, that depend on today's date
  --stdin                check what comes on standard input
  --stdin-path PATH      where that would stand

Exit code: 0 nothing that fails, 1 findings that fail, 2 wrong usage, configuration or files.`

const ACTIONS = `usage: postmortem actions [OPTION...] [FILE|FOLDER...]

Lists the action items of post-mortems that are still to be done, the most urgent first; without files, those below the
current folder. Those of a copy or a translation are listed once, with the original.

  --overdue              only what is overdue
  --owner NAME           only of this owner: a part of the name
  --due-within TIME      only what is due by then: 7d, 2w
  --all                  also what is done
  --group WORD           urgency, owner, document or priority (urgency)
  --format FORMAT        text, json, csv or md (text)
  --fail-on-overdue      end with 1 where something of it is overdue

Exit code: 0, 1 as above, 2 wrong usage or files.`

const INCIDENTS = `usage: postmortem incidents [OPTION...] [FILE|FOLDER...]

Lists post-mortems with date, severity, length, open actions and how far a draft is; without files, those below the
current folder.

  --group WORD           stage, severity or month (stage)
  --format FORMAT        text, json, csv or md (text)

Exit code: 0, 2 wrong usage or files.`

const RULES = `usage: postmortem rules [--format text|json] [ID...]

Lists the rules with their group, level and what they find; with an ID, prints the page of that rule.`

const INSPECT = `usage: postmortem inspect [--format text|json] FILE...
       postmortem inspect --explain FILE...

Prints what was understood of each file.

  --explain  print why each file is read as a post-mortem or is not, and what would change that`

const TEMPLATE = `usage: postmortem template check FILE...

Prints what each template demands, and its mistakes. Exit code: 1 when there are mistakes.`

const BY_COMMAND: Readonly<Record<string, string>> = {
  lint: LINT,
  actions: ACTIONS,
  incidents: INCIDENTS,
  rules: RULES,
  inspect: INSPECT,
  template: TEMPLATE,
}

/** How to use a command; without one, what there is. */
export function usageOf(command: string | undefined): string {
  return BY_COMMAND[command ?? ''] ?? GENERAL
}
