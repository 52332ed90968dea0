import type { Readable } from 'node:stream'
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'

/** A part of an object (RFC 9110 §14.1.2), `end` included; to its end unless said. */
export async function openRange(
  client: S3Client,
  bucket: string,
  { key, start = 0, end }: { key: string; start?: number; end?: number }
): Promise<Readable> {
  const range = `bytes=${start}-${end ?? ''}`
  const { Body } = await client.send(
    new GetObjectCommand({ Bucket: bucket, Key: key, Range: range })
  )
  return Body as Readable
}
