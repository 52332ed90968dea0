import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Transform } from 'node:stream'
import { DocumentDamaged } from './errors.js'

/**
 * A file at rest: `HAL1`, an 8-byte random prefix, then frames of 64 KiB of plain text, each under
 * AES-256-GCM with the nonce prefix|counter. The last frame is marked in the additional data, so
 * that a file cut at a frame's end does not pass for a whole one.
 */
const MAGIC = Buffer.from('HAL1')
const FRAME = 64 * 1024
const TAG = 16
const HEADER = MAGIC.length + 8

function nonceOf(prefix: Buffer, counter: number) {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(counter, 8)
  return nonce
}

const additionalData = (last: boolean) => Buffer.from(last ? 'last' : 'more')

/** The size on disk of a plain text of `size` bytes. */
export const encryptedSize = (size: number): number =>
  HEADER + size + TAG * Math.max(1, Math.ceil(size / FRAME))

/** Cuts a stream in frames of `size` bytes and says which is the last. */
abstract class Framed extends Transform {
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

class Encrypting extends Framed {
  protected frameSize = FRAME
  readonly #prefix = randomBytes(8)
  #counter = 0

  constructor(readonly key: Buffer) {
    super()
    this.push(Buffer.concat([MAGIC, this.#prefix]))
  }

  protected onFrame(frame: Buffer, last: boolean) {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(this.#prefix, this.#counter++))
    cipher.setAAD(additionalData(last))
    this.push(Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]))
  }
}

class Decrypting extends Framed {
  protected frameSize = FRAME + TAG
  #header: Buffer | null = null
  #early = Buffer.alloc(0)
  #counter = 0

  constructor(readonly key: Buffer) {
    super()
  }

  _transform(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error) => void) {
    if (this.#header) return super._transform(chunk, encoding, done)
    this.#early = Buffer.concat([this.#early, chunk])
    if (this.#early.length < HEADER) return done()
    if (!this.#early.subarray(0, 4).equals(MAGIC)) return done(new DocumentDamaged())
    this.#header = this.#early.subarray(0, HEADER)
    super._transform(this.#early.subarray(HEADER), encoding, done)
  }

  protected onFrame(frame: Buffer, last: boolean) {
    if (!this.#header || frame.length < TAG) throw new DocumentDamaged()
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.key,
      nonceOf(this.#header.subarray(4), this.#counter++)
    )
    decipher.setAAD(additionalData(last))
    decipher.setAuthTag(frame.subarray(frame.length - TAG))
    const plain = decipher.update(frame.subarray(0, frame.length - TAG))
    try {
      this.push(Buffer.concat([plain, decipher.final()]))
    } catch {
      throw new DocumentDamaged() // its tag is another: a byte was changed, or the last frame is missing
    }
  }
}

export const encrypting = (key: Buffer): Transform => new Encrypting(key)
export const decrypting = (key: Buffer): Transform => new Decrypting(key)
