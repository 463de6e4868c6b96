import { fileURLToPath, pathToFileURL } from 'node:url'
import { BLOCKING_FILES } from '../../node/files.ts'
import type { FileSystem } from '../../ports.ts'
import { findDocuments } from './find-documents.ts'

/** The files of this machine; those that Git ignores are not found. */
export const LOCAL_FILES: FileSystem = {
  ...BLOCKING_FILES,
  findFiles: async (folder, _extensions, limit) => {
    const path = fileURLToPath(folder)
    return findDocuments(path, path, limit).files.map((file) => pathToFileURL(file).href)
  },
}
