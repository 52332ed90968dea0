import { Readable } from 'node:stream'

/** A browser that reads so little has gone. */
const MOST_UNREAD = 16_384

/** What a page asked to be told. */
export interface Watch {
  tenantId: string
  personId: string
  /** The services that the person may see here: she is told nothing of the others. */
  services: ReadonlySet<string>
  /** Things, by their identifier, or whole services, by their name. */
  tokens: ReadonlySet<string>
}

/** One page that waits for news, as server-sent events. They name what moved and say nothing of it. */
export class LiveStream extends Readable {
  constructor(
    readonly watch: Watch,
    /** By `performance.now()`. */
    readonly endsAt: number
  ) {
    super({ read() {} })
  }

  /** `id` is the moment up to which the page knows: it gives it back when it comes again. */
  say(token: string, now: number): void {
    this.#send(`id: ${now}\ndata: ${token}\n\n`)
  }

  /** Keeps the connection open through whatever stands between, and moves the moment on. */
  beat(now: number): void {
    this.#send(`id: ${now}\n\n`)
  }

  finish(): void {
    if (!this.readableEnded && !this.destroyed) this.push(null)
  }

  #send(text: string) {
    if (this.destroyed) return
    if (this.readableLength > MOST_UNREAD) return void this.destroy()
    this.push(text)
  }
}
