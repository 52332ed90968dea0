import { sha256Hex } from '../../lib/sealing/bytes.ts'

const AT_ONCE = 3
const TRIES = 4
const CUT = 'La connexion a été coupée. Ce qui est parti est gardé : pressez encore « Déposer ».'

/**
 * Sends the pieces of a pli as they are sealed. Each is a nonce, then what it opened: the sink is
 * handed the two one after the other.
 */
export class PieceSender {
  #held = null
  #all = []
  #sending = new Set()
  #gate = Promise.resolve()
  #open = null

  /** `on`: sent(bytes) when a piece has arrived, spared(bytes) when it had already. */
  constructor(base, token, on) {
    Object.assign(this, { base, token, on })
  }

  async append(_path, bytes) {
    if (this.#held === null) {
      this.#held = bytes
      return
    }
    const piece = new Uint8Array(this.#held.length + bytes.length)
    piece.set(this.#held)
    piece.set(bytes, this.#held.length)
    this.#held = null
    await this.#gate
    while (this.#sending.size >= AT_ONCE) await Promise.race(this.#sending)
    const sending = this.#send(piece).finally(() => this.#sending.delete(sending))
    sending.catch(() => undefined) // heard at the end, by who waits for all
    this.#sending.add(sending)
    this.#all.push(sending)
  }

  skip({ size }) {
    this.on.spared(size)
  }

  /** Nothing more leaves until `resume`; what is on its way arrives. */
  pause() {
    this.#gate = new Promise((open) => (this.#open = open))
  }

  resume() {
    this.#open?.()
    this.#open = null
  }

  /** Waits until all have come. */
  async end() {
    await this.#gate
    await Promise.all(this.#all)
  }

  async #send(piece) {
    const sha256 = await sha256Hex(piece)
    for (let attempt = 1; ; attempt++) {
      const answer = await fetch(`${this.base}/morceaux/${sha256}`, {
        method: 'PUT',
        headers: {
          'accept': 'application/json',
          'content-type': 'application/octet-stream',
          'x-csrf-token': this.token,
        },
        body: piece,
      }).catch(() => null)
      if (answer?.ok) break
      if (answer && answer.status < 500) throw new Error((await answer.json()).title)
      if (attempt === TRIES) throw new Error(CUT)
      await new Promise((done) => setTimeout(done, 500 * 2 ** attempt))
    }
    this.on.sent(piece.length)
  }
}
