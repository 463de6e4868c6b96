/** Templates as teams have them: those that ship, two of other shapes, and those of two real teams where they are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInTemplates } from './document.ts'
import { fixture, fixtureNames, ROOT } from './fixtures.ts'

/** A template with its file. */
export interface TemplateFile {
  readonly id: string
  /** Without the front matter of those that ship. */
  readonly body: string
  /** What a workspace must hold to know it: nothing for one that ships. */
  readonly files: Readonly<Record<string, string>>
}

const REAL = join(ROOT, '..', 'shared', 'templates')

/** All of them. */
export function templateFiles(): TemplateFile[] {
  const builtIn = builtInTemplates().map(({ id, body }) => ({ id, body, files: {} }))
  const invented = fixtureNames('templates').map((name) => ofTeam(name, fixture(`templates/${name}`)))
  return [...builtIn, ...invented, ...realTemplates()]
}

/** Those of two real teams; none where they are not there. */
export function realTemplates(): TemplateFile[] {
  return ['team-a.md', 'team-b.md'].flatMap((name) => {
    const path = join(REAL, name)
    return existsSync(path) ? [ofTeam(name, readFileSync(path, 'utf8'))] : []
  })
}

function ofTeam(name: string, body: string): TemplateFile {
  const file = `postmortem-templates/${name}`
  return {
    id: name.replace(/\.md$/, ''),
    body,
    files: { '.postmortem.yml': `templates:\n  - file: ${file}\n`, [file]: body },
  }
}
