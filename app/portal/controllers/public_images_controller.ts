import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import type { Tenant } from '#kernel/tenant'
import { NotFound } from '#web/errors'
import { incomingFiles } from '#web/uploads'
import { forgetImage, imagesOf, ImageRefused, keepImage, type ImageKind } from '../towns/images.js'

const LONGEST_ALT = 150

/** The arms and the logo of a member: given, taken off, and sent to whoever opens its pages. */
export default class PublicImagesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: an image is replaced whole, and the former is seen beside the form
    const kind: ImageKind = ctx.params.kind
    const field = `${kind}File`
    const [file] = await incomingFiles(ctx, field)
    if (!file) throw new ImageRefused('Choisissez une image à déposer.').at(field)
    const alt = String(ctx.request.input(`${kind}Alt`) ?? '').trim()
    if (alt.length > LONGEST_ALT)
      throw new ImageRefused(`Décrivez-la en ${LONGEST_ALT} caractères au plus.`).at(`${kind}Alt`)
    await keepImage(kind, file, alt, field)
    return changed(ctx, 'L’image est enregistrée.')
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: what is taken off was shown beside the button
    await forgetImage(ctx.params.kind)
    return changed(ctx, 'L’image n’est plus montrée.')
  }

  /** For everybody, once the public side is open. */
  show(ctx: HttpContext) {
    return send(ctx, ctx.tenant, 'public, max-age=86400')
  }

  /** For who administers, before that too. */
  preview(ctx: HttpContext) {
    return send(ctx, ctx.tenant, 'private, no-cache')
  }
}

/** Typed by us, as it was written again by us: a browser reads nothing else into it. */
async function send({ params, response }: HttpContext, tenant: Tenant, caching: string) {
  const kept = imagesOf(tenant)[params.kind as ImageKind]
  if (!kept) throw new NotFound()
  const { mediaType, size } = await documents.find(kept.id)
  response.header('content-type', mediaType)
  response.header('content-length', String(size))
  response.header('x-content-type-options', 'nosniff')
  response.header('cache-control', caching)
  return response.send(await documents.read(kept.id))
}

async function changed({ actor, params, response, session, tenant }: HttpContext, words: string) {
  await journal.append({
    type: 'portal.image_changed',
    subject: { capability: 'kernel', type: 'tenant', id: tenant.id },
    actor,
    data: { image: params.kind },
  })
  session.flash('success', words)
  return response.redirect(`/c/${tenant.slug}/cote-public#images`)
}
