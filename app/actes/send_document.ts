import type { HttpContext } from '@adonisjs/core/http'
import type { StoredDocument } from '#kernel/documents'
import { sendDocument as send } from '#web/documents/send'

const SHOWN_IN_PLACE = ['application/pdf', 'image/png', 'image/jpeg']

/** Sends a document of the tenant in context; what a browser may not interpret is downloaded. */
export function sendDocument(
  ctx: HttpContext,
  { id, name, mediaType }: StoredDocument,
  { isPublic = false } = {}
): Promise<void> {
  const isShown = SHOWN_IN_PLACE.includes(mediaType)
  const hidden = !isShown && { mediaType: 'application/octet-stream' }
  return send(ctx, id, { name, isShown, isPublic, ...hidden })
}
