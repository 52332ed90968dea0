import { folderStore } from './folder_store.js'
import type { S3Settings } from './s3_store.js'
import type { Store } from './store.js'

/** The store of some settings: an S3-compatible one when it is given, else a folder. */
export async function openStore(directory: string, s3: S3Settings | null): Promise<Store> {
  if (!s3) return folderStore(directory)
  const { s3Store } = await import('./s3_store.js')
  return s3Store(s3)
}
