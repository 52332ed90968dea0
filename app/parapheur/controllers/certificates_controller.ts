import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import { holderCard, linksScreen } from '../signing/certificate_screen.js'
import type { Certificates } from '../signing/certificates.js'
import { askLink, endLink, grantLink } from '../signing/link_certificate.js'
import { linkKey, sharedLink } from '../signing/shared_link.js'
import { certificatesValidator } from '../validators.js'

/** Whose certificate it is: shown before one signs, and answered for when it bears another name. */
export default class CertificatesController {
  async index({ request, view, actor }: HttpContext) {
    const screen = await linksScreen(cursorOf(request))
    return view.render('parapheur/certificates', { ...screen, me: actor.id })
  }

  async show({ request, actor, response }: HttpContext) {
    // Compared with nothing: it reads the certificate that is sent, and records nothing
    const sent = certificatesIn(await request.validateUsing(certificatesValidator))
    return response.send(await holderCard(sent, actor.id!))
  }

  async store({ request, actor, response }: HttpContext) {
    // Compared with nothing: asked again while it waits or holds, the first demand stands
    await askLink(certificatesIn(await request.validateUsing(certificatesValidator)), actor)
    return response.status(201).send({
      said: 'Votre demande est transmise à l’administration de la collectivité.',
    })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session, tenant, actor } = ctx
    const field = `reason-${params.id}`
    await grantLink(params.id, String(request.input(field) ?? ''), actor, (link) =>
      mustBeCurrent(ctx, sharedLink(link))
    )
    await nowSaved(ctx, linkKey(params.id))
    session.flash('success', 'Le certificat est rattaché.')
    return response.redirect(here('parapheur.certificates.index', { tenant }))
  }

  async destroy(ctx: HttpContext) {
    const { params, response, session, tenant, actor } = ctx
    await endLink(params.id, actor, (link) => mustBeCurrent(ctx, sharedLink(link)))
    session.flash('success', 'C’est noté : ce certificat ne signe pas pour cette personne.')
    return response.redirect(here('parapheur.certificates.index', { tenant }))
  }
}

/** DER certificates, from their base64. */
export function certificatesIn(sent: { certificate: string; chain: string[] }): Certificates {
  return {
    certificate: Buffer.from(sent.certificate, 'base64'),
    chain: sent.chain.map((text) => Buffer.from(text, 'base64')),
  }
}
