const LINE_FEED = 0x0a

/** A line longer than that is answered by an error, and never held whole. */
export const MOST_BYTES = 4 * 1024 * 1024

/** The bytes of a line without its end; null when there are too many. */
export type RawLine = Uint8Array | null

/**
 * Cuts a text at its line feeds. Empty lines count, so that an answer stands at the number of its
 * line, but for those that end the text: they are how an editor ends it.
 */
export async function* rawLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  let blank: RawLine[] = []
  for await (const line of allLines(pieces)) {
    if (line !== null && isBlank(line)) {
      blank.push(line)
      continue
    }
    yield* blank
    blank = []
    yield line
  }
}

const isBlank = (line: Uint8Array) => line.every((byte) => byte <= 0x20)

async function* allLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  const line = new Gathered()
  for await (const piece of pieces) {
    let from = 0
    for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, from)) {
      line.add(piece.subarray(from, at))
      yield line.take()
      from = at + 1
    }
    line.add(piece.subarray(from))
  }
  yield line.take()
}

/** What came of a line so far; nothing more once there is too much of it. */
class Gathered {
  #parts: Uint8Array[] = []
  #bytes = 0

  add(part: Uint8Array): void {
    this.#bytes += part.length
    if (this.#bytes > MOST_BYTES) this.#parts = []
    else if (part.length > 0) this.#parts.push(part)
  }

  take(): RawLine {
    const whole = this.#bytes > MOST_BYTES ? null : Buffer.concat(this.#parts)
    this.#parts = []
    this.#bytes = 0
    return whole
  }
}
