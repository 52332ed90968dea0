import type { HttpContext } from '@adonisjs/core/http'
import { isUnreadable, readable } from '#web'
import { UploadRefused, uploads } from '#kernel/uploads'

/** The version of the protocol (tus.io, resumable upload 1.0.0, §3: core; §4: creation, termination). */
const VERSION = '1.0.0'

/** Files that come in pieces: where one begins, how far it is, its next piece, its end. */
export default class UploadsController {
  async store({ request, response, actor, tenant }: HttpContext) {
    const size = octets(request.header('upload-length'))
    if (!size) throw new UploadRefused()
    const name = nameIn(request.header('upload-metadata') ?? '')
    const { id } = await uploads.begin(actor.id!, { name, size })
    response.header('location', `/c/${tenant.slug}/depots/${id}`)
    return response.header('tus-resumable', VERSION).status(201).send('')
  }

  async show({ params, response, actor }: HttpContext) {
    const { size, received } = await uploads.find(actor.id!, params.id)
    response.header('cache-control', 'no-store').header('upload-length', String(size))
    return told(response, received)
  }

  async update({ params, request, response, actor, piece }: HttpContext) {
    await uploads.find(actor.id!, params.id)
    const offset = octets(request.header('upload-offset'))
    if (!piece || offset === null) throw new UploadRefused()
    return told(response, await uploads.add(actor.id!, params.id, offset, piece))
  }

  async destroy({ params, response, actor }: HttpContext) {
    const { id } = await uploads.find(actor.id!, params.id)
    await uploads.forget(id)
    return response.header('tus-resumable', VERSION).noContent()
  }
}

function told(response: HttpContext['response'], received: number) {
  response.header('tus-resumable', VERSION).header('upload-offset', String(received))
  return response.noContent()
}

/** « filename ZMOpbGliLnBkZg== »: each word of the metadata with its value in base64 (§4.1). */
function nameIn(metadata: string): string {
  const [, value] = /(?:^|,)\s*filename ([A-Za-z0-9+/=]+)/.exec(metadata) ?? []
  const name = value ? Buffer.from(value, 'base64').toString('utf8') : ''
  if (isUnreadable(name)) throw new UploadRefused()
  return readable(name)
}

/** A number of octets as the protocol writes it (§2.2: a non-negative integer), or null. */
function octets(header: string | undefined): number | null {
  return /^\d{1,15}$/.test(header ?? '') ? Number(header) : null
}
