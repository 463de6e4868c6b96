// A template as a new document, with its placeholders.

/** @typedef {import('./grammar.mjs').Part} Part */
/** @typedef {{ start: number, end: number, part: Exclude<Part, string> }} Hole */

/**
 * A template, its document and the holes in it. Offsets are absolute.
 *
 * @typedef {{ template: any, text: string, body: number, postMortem: any, holes: Hole[] }} Document
 */

/**
 * Creates the document of a template. Its holes are those that the `placeholder` rule would report.
 *
 * @param {Record<string, any>} server
 * @param {any} template
 * @returns {Document} `body` is where the text of the template starts, behind the front matter
 */
export function readDocument(server, template) {
  const head = `---\ntemplate: ${template.id}\n---\n\n`
  const text = `${head}${template.body.trimEnd()}\n`
  const postMortem = server.readPostMortem(text, { templates: [template], path: null, timeZone: null, dateOrder: null })
  const types = postMortem.sections.flatMap((section) =>
    server
      .typedValues(section, postMortem)
      .map(({ value, type }) => ({ ...absolute(postMortem, section.index, value), type })),
  )
  const choices = types.flatMap(({ start, end, type }) =>
    type.kind === 'enum' && type.closed ? [{ start, end, part: { choices: type.values } }] : [],
  )
  const isFree = ({ start, end }) => !choices.some((choice) => start < choice.end && choice.start < end)
  const others = placesOf(server, postMortem)
    .filter(isFree)
    .map(({ start, end }) => {
      const type = types.find((value) => value.start <= start && end <= value.end)?.type.kind ?? 'text'
      return { start, end, part: { default: text.slice(start, end), typed: type !== 'text' } }
    })
  const holes = [...choices, ...others].sort((a, b) => a.start - b.start)
  return { template, text, body: head.length, postMortem, holes }
}

/** The placeholders, and a title that is one as a whole. */
function placesOf(server, postMortem) {
  const places = server.placeholdersOf(postMortem)
  const { title } = postMortem
  const isIn = (place) => place.section === title?.section && title.start <= place.start && place.end <= title.end
  const all = title?.unfilled && !places.some(isIn) ? [title, ...places] : places
  return all.map((place) => absolute(postMortem, place.section, place))
}

/** A range of a section in the document. */
export function absolute({ starts }, section, { start, end }) {
  return { start: starts[section] + start, end: starts[section] + end }
}

/**
 * The parts of a range of the document.
 *
 * @param {Document} document
 * @param {{ start: number, end: number }} range
 * @returns {Part[]}
 */
export function partsOf({ text, holes }, { start, end }) {
  /** @type {Part[]} */
  const parts = []
  let at = start
  for (const hole of holes) {
    if (hole.start < start || hole.end > end) continue
    parts.push(text.slice(at, hole.start), hole.part)
    at = hole.end
  }
  parts.push(text.slice(at, end))
  return parts.filter((part) => part !== '')
}
