// Writes snippets/postmortem.code-snippets from the templates: run it after a change of server/templates/*.md.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { CONSTRUCTS } from './snippets/constructs.mjs'
import { partsOf, readDocument } from './snippets/document.mjs'
import { writeSnippet } from './snippets/grammar.mjs'
import { loadServer } from './snippets/load-server.mjs'

const target = new URL('../snippets/postmortem.code-snippets', import.meta.url)

/** @typedef {{ prefix: string, what: string, body: string, description: string, isFile: boolean }} Snippet */

/** The text of the generated file. */
export async function generateSnippets() {
  const server = await loadServer()
  const documents = server.readBuiltInTemplates().map((template) => readDocument(server, template))
  const snippets = [...documents.map(wholeTemplate), ...parts(documents)]
  const entries = snippets.map(({ prefix, what, body, description, isFile }) => [
    `Post-Mortem: ${what}`,
    { prefix, ...(isFile ? { isFileTemplate: true } : {}), body: body.split('\n'), description },
  ])
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}

/** @returns {Snippet} */
function wholeTemplate(document) {
  const { template, text } = document
  const body = writeSnippet(partsOf(document, { start: 0, end: text.length }))
  return { prefix: `pm-${template.id}`, what: template.name, body, description: template.description, isFile: true }
}

/**
 * The first template with a construct gives its name; different constructs of other templates are distinguished by ID.
 */
function parts(documents) {
  /** @type {Map<string, Snippet & { templates: string[] }>} */
  const found = new Map()
  for (const { prefix, what, kind, find } of CONSTRUCTS) {
    for (const { document, label, parts } of documents.flatMap((document) =>
      find(document, kind).map((construct) => ({ document, ...construct })),
    )) {
      const { id, name } = document.template
      const body = writeSnippet(parts)
      const same = [...found.values()].find((snippet) => snippet.body === body)
      if (same) {
        same.templates.push(name)
        continue
      }
      const own = label === '' ? prefix : `${prefix}-${slug(label)}`
      const said = label === '' ? what : `${what} "${label}"`
      const snippet = found.has(own)
        ? { prefix: `${own}-${id}`, what: `${said} (${name})` }
        : { prefix: own, what: said }
      found.set(snippet.prefix, { ...snippet, body, isFile: false, description: '', templates: [name] })
    }
  }
  return [...found.values()].map(({ templates, ...snippet }) => {
    const names = templates.map((name) => `"${name}"`).join(' and ')
    return { ...snippet, description: `As in the template${templates.length > 1 ? 's' : ''} ${names}` }
  })
}

/** @param {string} label */
function slug(label) {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(target, await generateSnippets())
