import type { Readable } from 'node:stream'
import type { Place } from './place.js'

export interface S3Access {
  endpoint?: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
}

/** `s3://bucket/prefix`: a store puts an object whole or not at all. */
export async function s3Place(url: string, access: S3Access): Promise<Place> {
  const { Disk } = await import('flydrive')
  const { S3Driver } = await import('flydrive/drivers/s3')
  const { S3Client } = await import('@aws-sdk/client-s3')
  const { hostname: bucket, pathname } = new URL(url)
  const prefix = pathname.replace(/^\/|\/$/g, '')
  const at = (name: string) => (prefix ? `${prefix}/${name}` : name)
  // Older S3 servers refuse the checksum trailers that the SDK sends by default.
  const client = new S3Client({
    ...access,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }))
  return {
    put: (name, source: Readable, size) =>
      disk.putStream(at(name), source, { contentLength: size }),
    read: (name) => disk.getStream(at(name)),
    has: (name) => disk.exists(at(name)),
    async list(folder) {
      const names: string[] = []
      let paginationToken: string | undefined
      do {
        const page = await disk.listAll(at(folder), { recursive: true, paginationToken })
        for (const one of page.objects) if (one.isFile) names.push(one.key)
        paginationToken = page.paginationToken
      } while (paginationToken)
      return names.map((key) => key.slice(at('').length)).sort()
    },
    remove: (name) => disk.delete(at(name)),
  }
}
