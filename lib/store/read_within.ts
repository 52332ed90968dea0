import { open } from 'node:fs/promises'

/** A file in memory that is lent: none is taken for it. Throws when it does not fit. */
export async function readWithin(path: string, room: Buffer): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    for (let size = 0; ;) {
      if (size === room.length) throw new Error(`${path} does not fit`)
      const { bytesRead } = await file.read(room, size, room.length - size, size)
      if (bytesRead === 0) return room.subarray(0, size)
      size += bytesRead
    }
  } finally {
    await file.close()
  }
}
