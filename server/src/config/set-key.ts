/** Sets a key of `.postmortem.yml`, and leaves everything else as it is written. */
import { isMap, isScalar, parseDocument } from 'yaml'
import { atEnd, type ConfigChange, keyIn } from './add-glob.ts'
import { readYaml } from './yaml.ts'

/**
 * The change, null where the file is not YAML that can be added to.
 * @param text empty for a file that is still to be made
 * @param value a text that YAML reads as itself, such as `Europe/Oslo`
 */
export function setKey(text: string, key: string, value: string): ConfigChange | null {
  if (readYaml(text).broken) return null
  const { contents } = parseDocument(text, { logLevel: 'error' })
  const lineEnding = text.includes('\r\n') ? '\r\n' : '\n'
  const insert = (at: number, newText: string): ConfigChange => {
    return { start: at, end: at, newText: newText.replaceAll('\n', lineEnding) }
  }
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null)
  if (!isEmpty && (!isMap(contents) || contents.flow)) return null
  const pair = isMap(contents) ? keyIn(contents, key) : undefined
  if (!pair) return atEnd(text, `${key}: ${value}\n`, insert)
  const old = isScalar(pair.value) && pair.value.range ? pair.value : null
  const [start = 0, end = 0] = old?.range ?? []
  return old && end > start ? { start, end, newText: value } : null
}
