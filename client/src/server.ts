import { type CancellationToken, EventEmitter, type LogOutputChannel, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { RequestName } from '../../server/src/protocol.ts'

/** Makes the client of a platform, not yet started. Loading its code is left to this moment: it is most of ours. */
export type ClientFactory = (output: LogOutputChannel) => Promise<BaseLanguageClient>

const RESTART = 'Restart'
const SHOW_OUTPUT = 'Show Output'

/** The language server of this window: started when it is first needed, one for all folders. */
export class Server {
  /** Where client and server say what they do. */
  readonly output: LogOutputChannel = window.createOutputChannel('Post-Mortem', { log: true })

  readonly #create: ClientFactory
  readonly #ready = new EventEmitter<void>()
  #client: Promise<BaseLanguageClient> | undefined

  constructor(create: ClientFactory) {
    this.#create = create
  }

  /** Fires after each start. */
  readonly onReady = this.#ready.event

  /** The running client. Starts it if need be; rejects, after telling the user, when it cannot start. */
  start(): Promise<BaseLanguageClient> {
    if (this.#client === undefined) {
      const client = this.#launch()
      this.#client = client
      // So that the next one tries again.
      client.catch(() => {
        if (this.#client === client) this.#client = undefined
      })
    }
    return this.#client
  }

  /** The client if it was ever needed; does not start it. */
  get started(): Promise<BaseLanguageClient> | undefined {
    return this.#client
  }

  /** Asks the server; starts it if need be. Rejects when it cannot start or answer. */
  async request<Params, Result>(
    { method }: RequestName<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    const client = await this.start()
    return client.sendRequest<Result>(method, params, token)
  }

  /** Ends the server, if it runs, and starts a new one. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** Ends the server; a later {@link start} makes a new one. Never rejects. */
  async stop(): Promise<void> {
    const stopping = this.#client
    this.#client = undefined
    try {
      await (await stopping)?.dispose()
    } catch (error) {
      this.output.warn(`The server did not end by itself: ${error}`)
    }
  }

  /** Lets go of the window's resources, after {@link stop}. */
  dispose(): void {
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
      await Promise.race([client.start(), down])
      down.catch(() => this.#tellThatItIsDown())
      this.#ready.fire()
      return client
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error))
      this.#tellThatItIsDown()
      // Else the library goes on trying behind our back. It rejects: a client that never ran cannot be stopped.
      client?.dispose().catch(() => undefined)
      throw new Error('the language server is not running')
    }
  }

  /** Not too often: VS Code hides messages that come in numbers. */
  #tellThatItIsDown(): void {
    const message = 'Post-Mortem: the language server is not running, so there are no checks, lenses or completion.'
    // When a restart fails, #launch has told why.
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
 * @returns what rejects, once, when it gives up; its own promise of a start may never settle then
 */
function quieten(client: BaseLanguageClient): Promise<never> {
  const log = client.error.bind(client)
  const down = new Promise<never>((_, reject) => {
    client.error = (message, data, show) => {
      log(message, data, false)
      if (show === 'force') reject(new Error(message))
    }
  })
  // Nobody may be listening when it happens.
  down.catch(() => undefined)
  return down
}
