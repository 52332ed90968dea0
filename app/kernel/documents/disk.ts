import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
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
    return store.putStream(key, createReadStream(path), { contentLength: size })
  await store.moveFromFs(path, key)
  await makeNameDurable(key)
}

/** The same for bytes in memory. A file that a fault cuts is named by no row: nobody reads it. */
export async function keepBytes(key: string, bytes: Buffer): Promise<void> {
  if (documentsConfig.s3) return (await documentsDisk()).put(key, bytes)
  const path = join(documentsConfig.directory, key)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes, { mode: 0o600, flag: 'wx', flush: true })
  await makeNameDurable(key)
}

/** The file is on the disk already; its name is once its folders are. */
async function makeNameDurable(key: string): Promise<void> {
  const folder = dirname(join(documentsConfig.directory, key))
  await Promise.all([folder, dirname(folder)].map(makeDurable))
}
