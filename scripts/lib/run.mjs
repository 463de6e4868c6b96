import { spawn } from 'node:child_process'
import { ROOT } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] Where to run; the root of the checkout by default.
 * @property {Record<string, string | undefined>} [env] Added to the environment.
 * @property {boolean} [quiet] Keeps the output back; it is in the result either way.
 * @property {number} [timeout] In ms; the process is ended after it.
 */

/**
 * Runs a program until it exits. Never throws: a program that cannot be started has the code 127, one that took too
 * long the code 124.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm and friends are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    })
    let output = ''
    let timedOut = false
    const timer = options.timeout
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGTERM')
          setTimeout(() => child.kill('SIGKILL'), 5000).unref()
        }, options.timeout)
      : undefined
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (/** @type {string} */ text) => {
        output += text
        if (!options.quiet) {
          process.stdout.write(text)
        }
      })
    }
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += `${error.message}\n`
      end(127)
    })
    child.on('close', (code) => end(timedOut ? 124 : (code ?? 1)))
  })
}

/**
 * Runs a program that has to succeed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} What it printed.
 * @throws {Error} With the output, when it does not succeed.
 */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${code}${options.quiet ? `:\n${output}` : ''}`)
  }
  return output
}
