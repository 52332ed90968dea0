/**
 * Reads a stream in room that is lent, piece after piece; what comes beyond one begins the next.
 * Each call fills the room it is given, and gives what it filled of it: nothing, at the end.
 */
export function pieceReader(stream: AsyncIterable<Buffer>): (room: Buffer) => Promise<Buffer> {
  const chunks = stream[Symbol.asyncIterator]()
  let rest: Buffer | null = Buffer.alloc(0)

  async function more(): Promise<Buffer | null> {
    const { done, value } = await chunks.next()
    return done ? null : value
  }

  return async (room) => {
    let filled = 0
    while (rest && filled < room.length) {
      const copied = rest.copy(room, filled)
      filled += copied
      rest = copied < rest.length ? rest.subarray(copied) : await more()
    }
    return room.subarray(0, filled)
  }
}
