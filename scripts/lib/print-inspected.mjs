// Prints what was found out about a document before: node print-inspected.mjs FOLDER DOCUMENTS DOCUMENT. The scorer of
// the corpora starts its command once for each document, and each start of the real one would read the whole folder.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const [folder = '', documents = '', document = ''] = process.argv.slice(2)
process.stdout.write(readFileSync(join(folder, encodeURIComponent(relative(documents, document)))))
