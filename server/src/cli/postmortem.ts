/** Entry of the command line. */
import { main } from './main.ts'

main(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
}).then((code) => {
  process.exitCode = code
})
