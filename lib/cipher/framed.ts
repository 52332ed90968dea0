import { Transform } from 'node:stream'

/** Cuts a stream in frames of `frameSize` bytes and says which is the last. */
export abstract class Framed extends Transform {
  #pending: Buffer = Buffer.alloc(0)
  protected abstract frameSize: number
  protected abstract onFrame(frame: Buffer, last: boolean): void

  _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void) {
    try {
      this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
      let offset = 0
      // A frame is kept back until more comes: only the end tells which one is the last.
      while (this.#pending.length - offset > this.frameSize) {
        this.onFrame(this.#pending.subarray(offset, offset + this.frameSize), false)
        offset += this.frameSize
      }
      this.#pending = this.#pending.subarray(offset)
      done()
    } catch (error) {
      done(error as Error)
    }
  }

  _flush(done: (error?: Error) => void) {
    try {
      this.onFrame(this.#pending, true)
      done()
    } catch (error) {
      done(error as Error)
    }
  }
}
