import { Readable } from 'node:stream'

/** Some bytes of a stream, `end` included; all of it is read, and judged by whoever made it. */
export const sliced = (source: Readable, start: number, end: number): Readable =>
  Readable.from(between(source, start, end), { objectMode: false })

async function* between(source: Readable, start: number, end: number) {
  let at = 0
  for await (const chunk of source as AsyncIterable<Buffer>) {
    yield chunk.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at))
    at += chunk.length
  }
}
