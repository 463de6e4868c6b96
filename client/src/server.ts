import { type CancellationToken, EventEmitter, type LogOutputChannel, type Uri, window } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { RequestName } from '../../server/src/protocol.ts'

/** Makes the client of a platform, not yet started. Loading its code is left to this moment: it is most of ours. */
export type ClientFactory = (options: LanguageClientOptions) => Promise<BaseLanguageClient>

const RESTART = 'Restart'
const SHOW_OUTPUT = 'Show Output'

/** The language server of this window: started when it is first needed, one for all folders. */
export class Server {
  /** Where client and server say what they do. */
  readonly output: LogOutputChannel = window.createOutputChannel('Post-Mortem', { log: true })

  readonly #extension: Uri
  readonly #create: ClientFactory
  readonly #ready = new EventEmitter<void>()
  #client: Promise<BaseLanguageClient> | undefined
  #telling = false

  /** @param extension where the extension is installed */
  constructor(extension: Uri, create: ClientFactory) {
    this.#extension = extension
    this.#create = create
  }

  /** Fires after each start. */
  readonly onReady = this.#ready.event

  /** The running client. Starts it if need be; rejects, after telling the user, when it cannot start. */
  start(): Promise<BaseLanguageClient> {
    this.#client ??= this.#launch()
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
      // Loaded with the client itself, not before: the two share its library.
      const { clientOptions } = await import('./client-options.ts')
      const { answerFileRequests } = await import('./files.ts')
      client = await this.#create(clientOptions(this.output, this.#extension))
      this.#quieten(client)
      answerFileRequests(client, this.output)
      await client.start()
      this.#ready.fire()
      return client
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error))
      this.#tellThatItIsDown()
      this.#client = undefined
      // Else the library goes on trying behind our back. It rejects: a client that never ran cannot be stopped.
      client?.dispose().catch(() => undefined)
      throw new Error('the language server is not running')
    }
  }

  /** The library shows stack traces and one message per attempt: log them, and say once what it means. */
  #quieten(client: BaseLanguageClient): void {
    const log = client.error.bind(client)
    client.error = (message, data, show) => {
      log(message, data, false)
      if (show === 'force') this.#tellThatItIsDown()
    }
  }

  #tellThatItIsDown(): void {
    if (this.#telling) return
    this.#telling = true
    const message = 'Post-Mortem: the language server is not running, so there are no checks, lenses or completion.'
    const done = () => {
      this.#telling = false
    }
    // When a restart fails, #launch has logged why; telling again is its business.
    this.#show(message, [RESTART, SHOW_OUTPUT], done).catch(done)
  }

  async #show(message: string, actions: string[], closed = () => {}): Promise<void> {
    const chosen = await window.showErrorMessage(message, ...actions)
    closed()
    if (chosen === RESTART) await this.restart()
    if (chosen === SHOW_OUTPUT) this.output.show(true)
  }
}
