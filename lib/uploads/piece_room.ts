/**
 * Room for a few pieces at once in the memory of a process, used again and again: a thousand senders
 * do not make it grow. Who finds no room waits, and its bytes wait on the line.
 */
export class PieceRoom {
  readonly #free: Buffer[] = []
  readonly #waiting: ((room: Buffer) => void)[] = []
  #made = 0

  constructor(
    readonly bytes: number,
    readonly most: number
  ) {}

  /** Lends room for one piece while `work` lasts. */
  async lend<T>(work: (room: Buffer) => Promise<T>): Promise<T> {
    const room = await this.#take()
    try {
      return await work(room)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(room)
      else this.#free.push(room)
    }
  }

  #take(): Promise<Buffer> | Buffer {
    const free = this.#free.pop()
    if (free) return free
    if (this.#made < this.most) {
      this.#made++
      // Seen by the thread that hashes and encrypts: no byte is copied for it
      return Buffer.from(new SharedArrayBuffer(this.bytes))
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}

/** What a body brings, in the room that is lent; null when it is more than that. */
export async function readInto(room: Buffer, body: AsyncIterable<Buffer>): Promise<Buffer | null> {
  let size = 0
  for await (const part of body) {
    if (size + part.length > room.length) return null
    part.copy(room, size)
    size += part.length
  }
  return room.subarray(0, size)
}
