import { createCipheriv, randomBytes } from 'node:crypto'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { FRAME, HEADER, MAGIC, SALT, SECOND } from './formats.js'
import { secondFrames, type FrameKey } from './frame_keys.js'
import { Framed } from './framed.js'

/** A file in clear as it flows in, encrypted as it flows out, in the current format. */
export class Encrypting extends Framed {
  protected frameSize = FRAME
  readonly #frames: FrameKey
  #rank = 0

  constructor({ current, keys }: KeyRing, identity: FileIdentity) {
    super()
    const header = Buffer.alloc(HEADER)
    SECOND.copy(header)
    header.writeUInt32BE(current, MAGIC)
    randomBytes(SALT).copy(header, MAGIC + 4)
    this.#frames = secondFrames(header, keys.get(current)!, identity)
    this.push(header)
  }

  protected onFrame(frame: Buffer, last: boolean) {
    const { key, nonceOf, additionalData } = this.#frames
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(this.#rank))
    cipher.setAAD(additionalData(this.#rank++, last))
    this.push(Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]))
  }
}
