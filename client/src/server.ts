import { type CancellationToken, EventEmitter, type LogOutputChannel, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { RequestName } from '../../server/src/protocol.ts'

/** Creates the client of a platform, not yet started. Its code is loaded only then, since it is the largest part. */
export type ClientFactory = (output: LogOutputChannel) => Promise<BaseLanguageClient>

const RESTART = 'Restart'
const SHOW_OUTPUT = 'Show Output'

/** The language server of this window: started when it is first needed, one for all folders. */
export class Server {
  /** The log of client and server. */
  readonly output: LogOutputChannel = window.createOutputChannel('Post-Mortem', { log: true })

  readonly #create: ClientFactory
  readonly #ready = new EventEmitter<void>()
  readonly #starting = new EventEmitter<BaseLanguageClient>()
  #client: Promise<BaseLanguageClient> | undefined

  constructor(create: ClientFactory) {
    this.#create = create
  }

  /** Fires before each start: what listens now misses nothing. */
  readonly onStarting = this.#starting.event
  /** Fires after each start. */
  readonly onReady = this.#ready.event

  /** The running client. Starts it if necessary; rejects, after informing the user, when it cannot start. */
  start(): Promise<BaseLanguageClient> {
    if (this.#client === undefined) {
      const client = this.#launch()
      this.#client = client
      // So that the next call tries again.
      client.catch(() => {
        if (this.#client === client) this.#client = undefined
      })
    }
    return this.#client
  }

  /** The client if it was started; does not start it. */
  get started(): Promise<BaseLanguageClient> | undefined {
    return this.#client
  }

  /** Sends a request; starts the server if necessary. Rejects when it cannot start or answer. */
  async request<Params, Result>(
    { method }: RequestName<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    const client = await this.start()
    return client.sendRequest<Result>(method, params, token)
  }

  /** Stops the server, if it runs, and starts a new one. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** Stops the server; a later {@link start} starts a new one. Never rejects. */
  async stop(): Promise<void> {
    const stopping = this.#client
    this.#client = undefined
    try {
      await (await stopping)?.dispose()
    } catch (error) {
      this.output.warn(`The server did not end by itself: ${error}`)
    }
  }

  /** Disposes of the window's resources, after {@link stop}. */
  dispose(): void {
    this.#starting.dispose()
    this.#ready.dispose()
    this.output.dispose()
  }

  /** Logs an error in full and shows the user one line. */
  report(what: string, error: unknown): void {
    this.output.error(error instanceof Error ? error : String(error))
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
    void this.#show(`Post-Mortem: ${what}: ${why}`, [SHOW_OUTPUT])
  }

  async #launch(): Promise<BaseLanguageClient> {
    let client: BaseLanguageClient | undefined
    try {
      client = await this.#create(this.output)
      const down = quieten(client)
      this.#starting.fire(client)
      await Promise.race([client.start(), down])
      down.catch(() => this.#tellThatItIsDown())
      this.#ready.fire()
      return client
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error))
      this.#tellThatItIsDown()
      // Else the library keeps restarting it. Rejects when the client never ran.
      client?.dispose().catch(() => undefined)
      throw new Error('the language server is not running')
    }
  }

  /** Not too often: VS Code hides repeated messages. */
  #tellThatItIsDown(): void {
    const message = 'Post-Mortem: the language server is not running, so there are no checks, lenses or completion.'
    // When a restart fails, #launch has shown the error.
    this.#show(message, [RESTART, SHOW_OUTPUT]).catch(() => undefined)
  }

  async #show(message: string, actions: string[]): Promise<void> {
    const chosen = await window.showErrorMessage(message, ...actions)
    if (chosen === RESTART) await this.restart()
    if (chosen === SHOW_OUTPUT) this.output.show(true)
  }
}

/**
 * The library shows a stack trace for each attempt to start: log them instead.
 * @returns a promise that rejects when the library gives up; its own start may never settle then
 */
function quieten(client: BaseLanguageClient): Promise<never> {
  const log = client.error.bind(client)
  const down = new Promise<never>((_, reject) => {
    client.error = (message, data, show) => {
      log(message, data, false)
      if (show === 'force') reject(new Error(message))
    }
  })
  // Avoids an unhandled rejection.
  down.catch(() => undefined)
  return down
}
