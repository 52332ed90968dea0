import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Transform } from 'node:stream'
import { DocumentDamaged } from './errors.js'
import { bindingOf, fileKey, type FileIdentity, type KeyRing } from './file_keys.js'
import { Framed } from './framed.js'

/**
 * A file at rest, second format: `HAL2`, the generation of the data key on four bytes, a random salt
 * of 32, then frames of 64 KiB of plain text under AES-256-GCM, with a key of the file's own. The
 * nonce is the frame's rank; the additional data say whose file it is, where it rests, what its
 * digest is, the rank of the frame and whether it is the last: a frame opens nowhere else.
 *
 * First format, read only: `HAL1`, an 8-byte random prefix of the nonces, the same frames under the
 * tenant's key itself, bound to nothing but « last » or « more ».
 */
const FIRST = Buffer.from('HAL1')
const SECOND = Buffer.from('HAL2')
const MAGIC = 4
const SALT = 32
const FRAME = 64 * 1024
const TAG = 16
const FIRST_HEADER = MAGIC + 8
const HEADER = MAGIC + 4 + SALT

/** The format of what is written now. */
export const CURRENT_CIPHER = 2

interface FrameKey {
  key: Buffer
  nonceOf(rank: number): Buffer
  additionalData(rank: number, last: boolean): Buffer
}

/** The size on disk of a plain text of `size` bytes. */
export const encryptedSize = (size: number): number =>
  HEADER + size + TAG * Math.max(1, Math.ceil(size / FRAME))

class Encrypting extends Framed {
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

class Decrypting extends Framed {
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

function nonce(rank: number, prefix?: Buffer): Buffer {
  const bytes = Buffer.alloc(12)
  prefix?.copy(bytes)
  bytes.writeUInt32BE(rank, 8)
  return bytes
}

const firstFrames = (header: Buffer, key: Buffer): FrameKey => ({
  key,
  nonceOf: (rank) => nonce(rank, header.subarray(MAGIC)),
  additionalData: (_rank, last) => Buffer.from(last ? 'last' : 'more'),
})

function secondFrames(header: Buffer, dataKey: Buffer, identity: FileIdentity): FrameKey {
  const binding = Buffer.concat([header, bindingOf(identity)])
  return {
    key: fileKey(dataKey, header.subarray(MAGIC + 4)),
    nonceOf: (rank) => nonce(rank),
    additionalData: (rank, last) => {
      const place = Buffer.alloc(5)
      place.writeUInt32BE(rank)
      place.writeUInt8(last ? 1 : 0, 4)
      return Buffer.concat([binding, place])
    },
  }
}

/** The generation of the key that a file of the second format was written under. */
export function generationIn(file: Buffer): number | undefined {
  return file.length >= HEADER ? file.readUInt32BE(MAGIC) : undefined
}

/** Encrypts a file as it flows, under a key of its own bound to `identity` (AES-256-GCM by frames). */
export const encrypting = (ring: KeyRing, identity: FileIdentity): Transform =>
  new Encrypting(ring, identity)

/** `format`: what the row that leads to the file says of it. */
export const decrypting = (
  ring: KeyRing,
  identity: FileIdentity,
  format: number = CURRENT_CIPHER
): Transform => new Decrypting(ring, identity, format)
