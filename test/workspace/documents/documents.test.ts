/** Open documents: each is read once per version, and answers are about the version that is there. */
import { describe, expect, test } from 'vitest'
import { written } from '../../kit/document.ts'
import { FOLDER, makeWorld } from '../../kit/world.ts'

const URI = `${FOLDER}/a.md`
const text = (severity: string) => written('minimal', `- **Severity**: ${severity}\n`)

describe('a document', () => {
  test('is there while it is open', async () => {
    const { service } = makeWorld()
    expect(await service.view(URI)).toBeNull()
    service.openDocument(URI, 1, text('SEV1'))
    expect(service.openUris()).toEqual([URI])
    expect(await service.view(URI)).toMatchObject({ uri: URI, version: 1, text: text('SEV1'), findings: [] })
    service.closeDocument(URI)
    expect(await service.view(URI)).toBeNull()
    expect(service.openUris()).toEqual([])
  })
  test('is read and checked once per version', async () => {
    const { service } = makeWorld()
    service.openDocument(URI, 1, text('SEV9'))
    const [first, second] = [await service.view(URI), await service.view(URI)]
    expect(second?.postMortem).toBe(first?.postMortem)
    expect(second?.findings).toBe(first?.findings)
    service.openDocument(URI, 2, text('SEV1'))
    const third = await service.view(URI)
    expect(third?.postMortem).not.toBe(first?.postMortem)
    expect(third?.findings).toEqual([])
    expect(first?.findings).toHaveLength(1)
  })
  test('is read again when the configuration is another', async () => {
    const { service, files } = makeWorld()
    service.openDocument(URI, 1, '# Notes\n')
    expect((await service.view(URI))?.postMortem.recognised).toBe(false)
    files.set(`${FOLDER}/.postmortem.yml`, "include: '**/a.md'\n")
    service.filesChanged()
    expect((await service.view(URI))?.postMortem.recognised).toBe(true)
  })
  test('opened again with the same version is another one', async () => {
    const { service } = makeWorld()
    service.openDocument(URI, 1, text('SEV9'))
    expect((await service.view(URI))?.findings).toHaveLength(1)
    service.closeDocument(URI)
    service.openDocument(URI, 1, text('SEV1'))
    expect((await service.view(URI))?.findings).toEqual([])
  })
  test('that changes while its configuration is read is answered as it is then', async () => {
    const { service } = makeWorld()
    service.openDocument(URI, 1, text('SEV9'))
    const asked = service.view(URI)
    service.openDocument(URI, 2, text('SEV1'))
    expect(await asked).toMatchObject({ version: 2, findings: [] })
  })
  test('that is closed while its configuration is read is gone', async () => {
    const { service } = makeWorld()
    service.openDocument(URI, 1, text('SEV9'))
    const asked = service.view(URI)
    service.closeDocument(URI)
    expect(await asked).toBeNull()
  })
})

test('its model is plain data', async () => {
  const { service } = makeWorld()
  service.openDocument(URI, 1, text('SEV1'))
  const { postMortem } = (await service.view(URI)) ?? {}
  expect(JSON.parse(JSON.stringify(postMortem))).toEqual(postMortem)
})
