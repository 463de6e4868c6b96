/** A reporter of mocha that prints one line per test: it is read by people and by scripts/lib/report.mjs. */
export class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.on('pass', (test) => console.log(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`))
    runner.on('pending', (test) => console.log(`  - ${test.fullTitle()}`))
    runner.on('fail', (test, error) => {
      console.log(`  ✗ ${test.fullTitle()}`)
      for (const line of String(error?.stack ?? error).split('\n')) console.log(`      ${line}`)
    })
  }
}
