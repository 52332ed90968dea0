import type { HttpContext } from '@adonisjs/core/http'
import type { StoredDocument } from '#kernel/documents'
import { sendDocument } from '#web/documents/send'
import { isKnown, tagOf } from './etag.js'

/** Sends a document of the tenant in context, whole or in part, as it is read; its digest is its ETag. */
export async function sendFile(ctx: HttpContext, file: StoredDocument): Promise<void> {
  const etag = `"${file.sha256}"`
  if (isKnown(ctx, etag)) return ctx.response.header('etag', etag).status(304).send(null)
  return sendDocument(ctx, file.id, { name: file.name })
}

/** The same for bytes that are made when they are asked for. */
export function sendBytes(ctx: HttpContext, bytes: Buffer, mediaType: string): void {
  const { response } = ctx
  const etag = tagOf(bytes)
  response.header('etag', etag)
  if (isKnown(ctx, etag)) return response.status(304).send(null)
  response.header('content-type', mediaType).send(bytes)
}
