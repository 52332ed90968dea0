import { createSecretKey, type KeyObject } from 'node:crypto'
import { bindingOf, fileKey, type FileIdentity } from './file_keys.js'
import { MAGIC } from './formats.js'

/**
 * What opens the frames of one file. Its key is made an object once: of bare bytes, Node throws and
 * catches two errors before each frame to learn what they are, which takes as long as the frame.
 */
export interface FrameKey {
  key: KeyObject
  nonceOf(rank: number): Buffer
  additionalData(rank: number, last: boolean): Buffer
}

function nonce(rank: number, prefix?: Buffer): Buffer {
  const bytes = Buffer.alloc(12)
  prefix?.copy(bytes)
  bytes.writeUInt32BE(rank, 8)
  return bytes
}

/** Of the first format: the key of the tenant itself. */
export const firstFrames = (header: Buffer, key: Buffer): FrameKey => ({
  key: createSecretKey(key),
  nonceOf: (rank) => nonce(rank, header.subarray(MAGIC)),
  additionalData: (_rank, last) => Buffer.from(last ? 'last' : 'more'),
})

/** Of the second format: a key of the file, bound to what it is. */
export function secondFrames(header: Buffer, dataKey: Buffer, identity: FileIdentity): FrameKey {
  const binding = Buffer.concat([header, bindingOf(identity)])
  return {
    key: createSecretKey(fileKey(dataKey, header.subarray(MAGIC + 4))),
    nonceOf: (rank) => nonce(rank),
    additionalData: (rank, last) => {
      const place = Buffer.alloc(5)
      place.writeUInt32BE(rank)
      place.writeUInt8(last ? 1 : 0, 4)
      return Buffer.concat([binding, place])
    },
  }
}
