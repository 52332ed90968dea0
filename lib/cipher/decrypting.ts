import { createDecipheriv } from 'node:crypto'
import { DocumentDamaged } from './errors.js'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { FIRST, FIRST_HEADER, FRAME, HEADER, MAGIC, SECOND, TAG } from './formats.js'
import { firstFrames, secondFrames, type FrameKey } from './frame_keys.js'
import { Framed } from './framed.js'

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
      this.#frames = this.#framesOf(this.#early.subarray(0, length))
    } catch (error) {
      return done(error as Error)
    }
    super._transform(this.#early.subarray(length), encoding, done)
  }

  /** The row that leads to the file says its format: an old file put in its place is not read as one. */
  #framesOf(header: Buffer): FrameKey {
    const magic = header.subarray(0, MAGIC)
    if (!magic.equals(this.format === 1 ? FIRST : SECOND)) throw new DocumentDamaged()
    const generation = this.format === 1 ? 1 : header.readUInt32BE(MAGIC)
    const dataKey = this.ring.keys.get(generation)
    if (!dataKey) throw new DocumentDamaged()
    return this.format === 1
      ? firstFrames(header, dataKey)
      : secondFrames(header, dataKey, this.identity)
  }

  protected onFrame(frame: Buffer, last: boolean) {
    if (!this.#frames || frame.length < TAG) throw new DocumentDamaged()
    const { key, nonceOf, additionalData } = this.#frames
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(this.#rank))
    decipher.setAAD(additionalData(this.#rank++, last))
    decipher.setAuthTag(frame.subarray(frame.length - TAG))
    const plain = decipher.update(frame.subarray(0, frame.length - TAG))
    try {
      this.push(Buffer.concat([plain, decipher.final()]))
    } catch {
      // Its tag is another: a byte was changed, the last frame is missing, or it is another file's
      throw new DocumentDamaged()
    }
  }
}
