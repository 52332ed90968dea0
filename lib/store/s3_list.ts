import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'
import type { StoredFile } from './store.js'

/**
 * What stands under a folder of a bucket, its folders included, a page in memory at a time. Asked of
 * the server itself: the library above it lists names and loses what they weigh.
 */
export async function* listFiles(
  client: S3Client,
  bucket: string,
  folder: string
): AsyncGenerator<StoredFile> {
  let next: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: `${folder.replace(/\/$/, '')}/`,
        ContinuationToken: next,
      })
    )
    for (const { Key, Size } of page.Contents ?? []) yield { key: Key!, bytes: Size! }
    next = page.NextContinuationToken
  } while (next)
}
