import { documentsConfig } from '#config/documents'
import { openStore } from '#lib/store/open_store'
import type { Store } from '#lib/store/store'

let kept: { settings: typeof documentsConfig.s3; store: Store } | null = null

/** Where encrypted bytes rest: a folder, or an S3-compatible store when one is configured. */
export async function documentsStore(): Promise<Store> {
  const settings = documentsConfig.s3
  if (kept?.settings !== settings || !kept) {
    kept = { settings, store: await openStore(documentsConfig.directory, settings) }
  }
  return kept.store
}
