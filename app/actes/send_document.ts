import type { HttpContext } from '@adonisjs/core/http'
import { documents, type StoredDocument } from '#kernel/documents'

const SHOWN_IN_PLACE = ['application/pdf', 'image/png', 'image/jpeg']

/** Sends a document of the tenant in context; what a browser may not interpret is downloaded. */
export async function sendDocument(
  response: HttpContext['response'],
  file: StoredDocument
): Promise<void> {
  const inline = SHOWN_IN_PLACE.includes(file.mediaType)
  const name = encodeURIComponent(file.name)
  response.header('content-type', inline ? file.mediaType : 'application/octet-stream')
  response.header('content-length', String(file.size))
  response.header('x-content-type-options', 'nosniff')
  response.header(
    'content-disposition',
    `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`
  )
  // An archive may weigh 150 MB: it goes by as it is read, and nothing holds the whole of it
  response.stream(await documents.open(file.id))
}
