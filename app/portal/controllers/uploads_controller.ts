import type { HttpContext } from '@adonisjs/core/http'
import { metadataOf, octets, TUS_VERSION } from '#lib/http/tus'
import { isUnreadable, readable } from '#web'
import { member, UploadRefused, uploads } from '#kernel/uploads'

/** Files that come in pieces: where one begins, how far it is, its next piece, its end. */
export default class UploadsController {
  async store({ request, response, actor, tenant }: HttpContext) {
    // Compared with nothing: it begins a file of one person
    const size = octets(request.header('upload-length'))
    if (!size) throw new UploadRefused()
    const name = nameIn(request.header('upload-metadata'))
    const { id } = await uploads.begin(member(actor.id!), { name, size })
    response.header('location', `/c/${tenant.slug}/depots/${id}`)
    return response.header('tus-resumable', TUS_VERSION).status(201).send('')
  }

  async show({ params, response, actor }: HttpContext) {
    const { size, received } = await uploads.find(member(actor.id!), params.id)
    response.header('cache-control', 'no-store').header('upload-length', String(size))
    return told(response, received)
  }

  async update({ params, request, response, actor, piece }: HttpContext) {
    // Compared with nothing: pieces of one person's file: a wrong offset is refused
    await uploads.find(member(actor.id!), params.id)
    const offset = octets(request.header('upload-offset'))
    if (!piece || offset === null) throw new UploadRefused()
    return told(response, await uploads.add(member(actor.id!), params.id, offset, piece))
  }

  async destroy({ params, response, actor }: HttpContext) {
    const { id } = await uploads.find(member(actor.id!), params.id)
    await uploads.forget(id)
    return response.header('tus-resumable', TUS_VERSION).noContent()
  }
}

function told(response: HttpContext['response'], received: number) {
  response.header('tus-resumable', TUS_VERSION).header('upload-offset', String(received))
  return response.noContent()
}

/** The name of a file in the metadata of the protocol. */
export function nameIn(metadata: string | undefined): string {
  const name = metadataOf(metadata, 'filename')
  if (isUnreadable(name)) throw new UploadRefused()
  return readable(name)
}
