/** Rooms that were made and nobody has, by their bytes: those that read again take those that received. */
const spare = new Map<number, Buffer[]>()

/**
 * Room for a few pieces at once in the memory of a process, used again and again: a thousand senders
 * do not make it grow. Who finds no room waits, and its bytes wait on the line.
 */
export class PieceRoom {
  readonly #waiting: ((room: Buffer) => void)[] = []
  readonly #free: Buffer[]
  #lent = 0

  constructor(
    readonly bytes: number,
    readonly most: number
  ) {
    this.#free = spare.get(bytes) ?? []
    spare.set(bytes, this.#free)
  }

  /** Lends room for one piece while `work` lasts. */
  async lend<T>(work: (room: Buffer) => Promise<T>): Promise<T> {
    const room = await this.#take()
    try {
      return await work(room)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(room)
      else this.#giveBack(room)
    }
  }

  #giveBack(room: Buffer) {
    this.#lent--
    this.#free.push(room)
  }

  #take(): Promise<Buffer> | Buffer {
    if (this.#lent === this.most) return new Promise((resolve) => this.#waiting.push(resolve))
    this.#lent++
    // Seen by the thread that hashes and encrypts: no byte is copied for it
    return this.#free.pop() ?? Buffer.from(new SharedArrayBuffer(this.bytes))
  }
}

/** What a body brings, in the room that is lent; null when it is more than that. */
export async function readInto(room: Buffer, body: AsyncIterable<Buffer>): Promise<Buffer | null> {
  let size = 0
  for await (const part of body) {
    if (size + part.length > room.length) return null
    // As a copy, which goes word by word where two threads may look, and takes more than twice as long
    room.fill(part, size, (size += part.length))
  }
  return room.subarray(0, size)
}
