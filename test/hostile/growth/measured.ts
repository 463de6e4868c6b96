/** What is measured: everything that an editor asks of a document, one question after the other. */
import { editsOfFixAll } from '../../../server/src/features/code-actions/code-actions.ts'
import { FOLDER, indexed, makeWorld } from '../../kit/world.ts'
import type { Grown } from './generators.ts'

/** The questions, each with what it does. */
export async function* questions({
  text,
  files = {},
  path = 'notes/document.md',
}: Grown): AsyncGenerator<readonly [name: string, ask: () => unknown]> {
  const world = makeWorld({ files: { [path]: text, ...files } })
  const { service } = world
  const uri = `${FOLDER}/${path}`
  const read = async (version: number, now: string) => {
    service.openDocument(uri, version, now)
    const view = await service.view(uri)
    if (!view) throw new Error('The document is not open.')
    return view
  }
  await service.view(`${FOLDER}/${path}`)
  yield ['open', () => read(1, text)]
  yield ['index', () => indexed(world, uri)]
  const view = await read(2, text)
  yield ['views', () => [service.lenses(view), service.inlayHints(view, 0, text.length), service.symbols(view)]]
  yield ['status', () => service.status(view)]
  yield ['actions', () => service.codeActions(view, 0, text.length, () => true)]
  yield ['fix all', () => editsOfFixAll(view, { rule: null })]
  const middle = text.indexOf('\n', text.length / 2)
  const places = [text.indexOf('\n') + 2, middle - 1, middle + 3, text.length - 2]
  yield ['hover', () => places.map((at) => service.hover(view, at))]
  yield ['completion', () => Promise.all(places.map((at) => service.completions(view, at)))]
  yield ['commands', () => [service.computedValues(view), service.sortTimeline(view), service.zoneChoices(view)]]
  yield ['convert', () => service.convertTimeline(view, 'Asia/Tokyo')]
  yield ['final', () => service.checkFinal(view)]
  yield ['key', () => read(3, `${text.slice(0, middle)}x${text.slice(middle)}`)]
}
