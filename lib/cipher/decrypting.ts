import { DocumentDamaged } from './errors.js'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { FIRST_HEADER, FRAME, HEADER, TAG } from './formats.js'
import type { FrameKey } from './frame_keys.js'
import { Framed } from './framed.js'
import { framesOf, openFrame } from './frames.js'

/** An encrypted file as it flows in, in clear as it flows out. Fails with E_DOCUMENT_DAMAGED. */
export class Decrypting extends Framed {
  protected frameSize = FRAME + TAG
  #frames: FrameKey | null = null
  #early = Buffer.alloc(0)
  #rank = 0

  constructor(
    readonly ring: KeyRing,
    readonly identity: FileIdentity,
    readonly format: number
  ) {
    super()
  }

  _transform(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error) => void) {
    if (this.#frames) return super._transform(chunk, encoding, done)
    this.#early = Buffer.concat([this.#early, chunk])
    const length = this.format === 1 ? FIRST_HEADER : HEADER
    if (this.#early.length < length) return done()
    try {
      const header = this.#early.subarray(0, length)
      this.#frames = framesOf(header, this.format, this.ring, this.identity)
    } catch (error) {
      return done(error as Error)
    }
    super._transform(this.#early.subarray(length), encoding, done)
  }

  protected onFrame(frame: Buffer, last: boolean) {
    if (!this.#frames) throw new DocumentDamaged()
    this.push(openFrame(this.#frames, this.#rank++, frame, last))
  }
}
