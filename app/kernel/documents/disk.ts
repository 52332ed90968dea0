import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { documentsConfig } from '#config/documents'
import { makeDurable } from './intake.js'

let kept: { settings: typeof documentsConfig.s3; disk: Disk } | null = null

/** Where encrypted bytes rest: a folder, or an S3-compatible store when one is configured. */
export async function documentsDisk(): Promise<Disk> {
  const settings = documentsConfig.s3
  if (!kept || kept.settings !== settings) kept = { settings, disk: await openDisk(settings) }
  return kept.disk
}

async function openDisk(s3: typeof documentsConfig.s3): Promise<Disk> {
  if (!s3)
    return new Disk(new FSDriver({ location: documentsConfig.directory, visibility: 'private' }))
  const { S3Driver } = await import('flydrive/drivers/s3')
  const { S3Client } = await import('@aws-sdk/client-s3')
  const { bucket, ...connection } = s3
  // Older S3 servers refuse the checksum trailers that the SDK sends by default.
  const client = new S3Client({
    ...connection,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }))
}

/** Puts a finished local file in the store under `key`; the length is known, as S3 wants it. */
export async function keepFile(key: string, path: string, size: number): Promise<void> {
  const store = await documentsDisk()
  if (documentsConfig.s3)
    await store.putStream(key, createReadStream(path), { contentLength: size })
  else {
    await store.moveFromFs(path, key)
    // The file is on the disk already; its name is once its folders are.
    const folder = dirname(join(documentsConfig.directory, key))
    for (const one of [folder, dirname(folder)]) await makeDurable(one)
  }
}
