import { createCipheriv, randomBytes } from 'node:crypto'

const FRAME = 64 * 1024

/** A file as it was encrypted before files were bound to their keys: `HAL1` (lib/cipher/cipher.ts). */
export function firstCipher(plain: Buffer, key: Buffer): Buffer {
  const prefix = randomBytes(8)
  const parts = [Buffer.from('HAL1'), prefix]
  const count = Math.max(1, Math.ceil(plain.length / FRAME))
  for (let rank = 0; rank < count; rank++) {
    const nonce = Buffer.alloc(12)
    prefix.copy(nonce)
    nonce.writeUInt32BE(rank, 8)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(Buffer.from(rank === count - 1 ? 'last' : 'more'))
    const frame = plain.subarray(rank * FRAME, (rank + 1) * FRAME)
    parts.push(cipher.update(frame), cipher.final(), cipher.getAuthTag())
  }
  return Buffer.concat(parts)
}
