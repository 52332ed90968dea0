import { rm } from 'node:fs/promises'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { HttpRequest } from '@adonisjs/core/http'

/**
 * Removes what a form brought, once its answer has left: what is to be kept was copied, encrypted,
 * in the store; a .p12 or a document to verify must not stay in the clear.
 */
export async function discardUploads(request: HttpRequest): Promise<void> {
  // `allFiles()` throws on a request whose body nobody read: an asset, an unknown page.
  const { __raw_files: files } = request as { __raw_files?: unknown }
  for (const { tmpPath } of filesIn(files)) {
    if (tmpPath) await rm(tmpPath, { force: true })
  }
}

/** A form may nest its files: `annexes[0][file]`. */
function filesIn(value: unknown): MultipartFile[] {
  if (typeof value !== 'object' || value === null) return []
  if ('isMultipartFile' in value) return [value as MultipartFile]
  return Object.values(value).flatMap(filesIn)
}
