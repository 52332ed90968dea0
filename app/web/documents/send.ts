import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { noteReading } from '#web/documents/readings'
import { contentRange, parseRange } from '#lib/http/range'

interface Sending {
  /** Under which name, when it is not that of the document. */
  name?: string
  /** Opened in the page; otherwise it is downloaded. */
  isShown?: boolean
  /** The type that is told, when it is not what the content says. */
  mediaType?: string
  /** What it is known by, when that is not its digest. */
  etag?: string
  /** Everybody may read it: who does is nobody’s business. */
  isPublic?: boolean
}

/**
 * Sends a document of the tenant in context, whole or the part that is asked (RFC 9110 §14), as it
 * is decrypted: nothing holds the whole of it. Each reading is noted beside the journal, once for
 * the parts that follow. Throws the errors of documents.
 */
export async function sendDocument(
  ctx: HttpContext,
  id: string,
  { name, isShown = false, mediaType, etag: ownEtag, isPublic = false }: Sending = {}
): Promise<void> {
  const { request, response } = ctx
  const [document] = await documents.openable([id])
  const { size, sha256 } = document
  const etag = ownEtag ?? `"${sha256}"`
  const said = encodeURIComponent(name ?? document.name)
  response.header('etag', etag).header('accept-ranges', 'bytes')
  response.header('content-type', mediaType ?? document.mediaType)
  response.header('x-content-type-options', 'nosniff')
  response.header(
    'content-disposition',
    `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${said}`
  )
  // A part of what it was is no part of what it is (§13.1.5)
  const isCurrent = [undefined, etag].includes(request.header('if-range'))
  const range = isCurrent ? parseRange(request.header('range'), size) : null
  if (range === 'unsatisfiable') {
    return response.header('content-range', contentRange(null, size)).status(416).send('')
  }
  if (!isPublic && (!range || range.start === 0)) await noteReading(id, ctx.actor)
  response.header('content-length', String(range ? range.end - range.start + 1 : size))
  if (!range) return response.stream(await document.open())
  response.status(206).header('content-range', contentRange(range, size))
  response.stream(await document.openRange(range.start, range.end))
}
