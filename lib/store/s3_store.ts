import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { S3Client } from '@aws-sdk/client-s3'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import { listFiles } from './s3_list.js'
import { openRange } from './s3_range.js'
import type { Store } from './store.js'

export interface S3Settings {
  endpoint?: string
  bucket: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
}

/** Files in a bucket of an S3-compatible server. */
export function s3Store({ bucket, ...connection }: S3Settings): Store {
  // Older S3 servers refuse the checksum trailers that the SDK sends by default.
  const client = new S3Client({
    ...connection,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }))

  return {
    put: (key, bytes) => disk.put(key, Buffer.isBuffer(bytes) ? bytes : Buffer.concat([...bytes])),
    // The length is known, as S3 wants it
    async putFile(key, path, size) {
      await disk.putStream(key, createReadStream(path), { contentLength: size })
      await rm(path, { force: true })
    },
    async get(key) {
      const found = await disk.getBytes(key)
      return Buffer.from(found.buffer, found.byteOffset, found.length)
    },
    async getInto(key, room) {
      const found = await disk.getBytes(key)
      if (found.length > room.length) throw new Error(`${key} does not fit`)
      room.set(found)
      return room.subarray(0, found.length)
    },
    open: (key, start, end): Promise<Readable> =>
      start === undefined ? disk.getStream(key) : openRange(client, bucket, { key, start, end }),
    remove: (key) => disk.delete(key),
    removeAll: (folder) => disk.deleteAll(`${folder.replace(/\/$/, '')}/`),
    list: (folder) => listFiles(client, bucket, folder),
    async folders(folder) {
      const names: string[] = []
      for await (const object of listing(disk, folder)) {
        if (object.isDirectory) names.push(object.prefix.split('/').filter(Boolean).at(-1)!)
      }
      return names
    },
    check: async () => void (await disk.exists('ready')),
  }
}

async function* listing(disk: Disk, folder: string) {
  let paginationToken: string | undefined
  do {
    const page = await disk.listAll(`${folder.replace(/\/$/, '')}/`, { paginationToken })
    yield* page.objects
    paginationToken = page.paginationToken
  } while (paginationToken)
}
