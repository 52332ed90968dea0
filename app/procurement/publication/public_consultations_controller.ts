import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { documents } from '#kernel/documents'
import { sendDocument } from '#web/documents/send'
import { cursorOf, pageAfter } from '#web/cursor'
import Consultation from '../drafting/consultation.js'
import { ConsultationMissing } from '../errors.js'
import { PUBLIC_STATES } from '../rules/consultation_lifecycle.js'
import { currentVersion } from '../changing/dossier_version.js'
import { noteTaken, WHOLE } from '../changing/withdrawal.js'
import { sendDce } from './dce_zip.js'
import { dumeOf } from './dume_of.js'
import { noticeOf } from './notice_of.js'
import { answerable, published } from './published.js'
import { publicScreen } from './public_screen.js'

const SHOWN = 50

/** What everybody reads of a tender, without an account (arrêté du 22 mars 2019, OE-05). */
export default class PublicConsultationsController {
  async index({ request, view }: HttpContext) {
    const after = cursorOf(request)
    const query = Consultation.query()
      .whereIn('state', PUBLIC_STATES)
      .orderBy('id', 'desc')
      .limit(SHOWN + 1)
    if (after) query.where('id', '<', after)
    const { shown: consultations, next } = pageOf(await query, SHOWN)
    return view.render('procurement/public/index', { consultations, next: pageAfter(next) })
  }

  async show(ctx: HttpContext) {
    const consultation = await published(ctx.params.id)
    return ctx.view.render('procurement/public/show', await publicScreen(consultation, ctx.tenant))
  }

  /** Direct, free, whole and anonymous: nobody is asked who reads. */
  async dce(ctx: HttpContext) {
    const consultation = await published(ctx.params.id)
    const version = await currentVersion(consultation)
    await noteTaken(ctx, consultation, WHOLE, version.number)
    return sendDce(ctx, consultation, version)
  }

  async document(ctx: HttpContext) {
    const consultation = await published(ctx.params.id)
    const files = await consultation.documents()
    const found = files.find(({ id }) => id === ctx.params.document)
    if (!found) throw new ConsultationMissing()
    await noteTaken(ctx, consultation, found.name)
    return sendDocument(ctx, found.documentId, { name: found.name, isPublic: true })
  }

  async rc(ctx: HttpContext) {
    const consultation = await published(ctx.params.id)
    const rc = await documents.find(consultation.signedRcDocumentId!)
    return sendDocument(ctx, rc.id, { name: 'reglement.pdf', isShown: true, isPublic: true })
  }

  async trousseau({ params, response }: HttpContext) {
    const consultation = await answerable(params.id)
    await consultation.keys()
    const { trousseau } = consultation
    return response.header('content-type', 'application/json').send(trousseau)
  }

  /** What the buyer asks of whoever answers, for any service that reads a DUME. */
  async dume({ params, response, tenant }: HttpContext) {
    const consultation = await published(params.id)
    const name = encodeURIComponent(`dume-${consultation.reference.replaceAll('/', '-')}.xml`)
    response.header('content-type', 'application/xml; charset=utf-8')
    response.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    return response.send(await dumeOf(consultation, tenant))
  }

  async notice({ params, response, tenant }: HttpContext) {
    const consultation = await published(params.id)
    const name = encodeURIComponent(`avis-${consultation.reference.replaceAll('/', '-')}.xml`)
    response.header('content-type', 'application/xml; charset=utf-8')
    response.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    return response.send(await noticeOf(consultation, tenant))
  }
}
