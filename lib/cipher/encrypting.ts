import type { FileIdentity, KeyRing } from './file_keys.js'
import { FRAME } from './formats.js'
import type { FrameKey } from './frame_keys.js'
import { Framed } from './framed.js'
import { newFile, sealFrame } from './frames.js'

/** A file in clear as it flows in, encrypted as it flows out, in the current format. */
export class Encrypting extends Framed {
  protected frameSize = FRAME
  readonly #frames: FrameKey
  #rank = 0

  constructor(ring: KeyRing, identity: FileIdentity) {
    super()
    const { header, frames } = newFile(ring, identity)
    this.#frames = frames
    this.push(header)
  }

  protected onFrame(frame: Buffer, last: boolean) {
    for (const part of sealFrame(this.#frames, this.#rank++, frame, last)) this.push(part)
  }
}
