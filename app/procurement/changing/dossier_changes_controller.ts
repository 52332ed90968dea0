import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { documents } from '#kernel/documents'
import { here } from '#web/here'
import { mustBeCurrent, nowSaved, type SharedForm } from '#web/forms/shared_form'
import { incomingFiles } from '#web/uploads'
import { frenchMessages } from '#web/validation_messages'
import Consultation from '../drafting/consultation.js'
import { shownShared } from '../drafting/consultation_form_screen.js'
import { NotOnline } from '../errors.js'
import { WEIGHTS, type Weight } from '../rules/dossier_diff.js'
import { changeDossier } from './change_dossier.js'
import { proposalOf } from './proposal.js'

const MOST_BYTES = 150_000_000

const given = vine.create({
  reason: vine.string().trim().minLength(10).maxLength(1000),
  weight: vine.enum(Object.keys(WEIGHTS) as Weight[]),
  remove: vine.array(vine.string().uuid()).optional(),
})
given.messagesProvider = frenchMessages

/** Changes the documents of a published consultation, for everybody. */
export default class DossierChangesController {
  async create({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    if (consultation.state !== 'online' || consultation.isPastTheHour) throw new NotOnline()
    return view.render('procurement/dossier', {
      consultation,
      files: await consultation.documents(),
      shared: shownShared(await sharedDossier(consultation)),
      weights: Object.entries(WEIGHTS).map(([value, label]) => ({ value, label })),
    })
  }

  async store(ctx: HttpContext) {
    const consultation = await Consultation.hold(ctx.params.id)
    const shared = await sharedDossier(consultation)
    await mustBeCurrent(ctx, shared)
    const { reason, weight, remove = [] } = await ctx.request.validateUsing(given)
    const added = []
    for (const file of await incomingFiles(ctx, 'dce')) {
      added.push(await documents.store(file.open(), { name: file.name, maxBytes: MOST_BYTES }))
      await file.done()
    }
    const { number } = await changeDossier(
      consultation,
      { remove, added, reason, weight },
      ctx.actor
    )
    await nowSaved(ctx, shared.key)
    const proposal = await proposalOf(consultation)
    const { tenant, params, session, response } = ctx
    session.flash('success', `Le dossier est en version ${number} ; chacun est prévenu.`)
    // R2151-4: what changed may ask for another hour, which the buyer decides
    const next = proposal ? 'procurement.extensions.create' : 'procurement.consultations.show'
    return response.redirect(here(next, { tenant, id: params.id }))
  }
}

/** What a change replaces: of two who make one together, the second is told (decision 0040). */
async function sharedDossier(consultation: Consultation): Promise<SharedForm> {
  const files = await consultation.documents()
  return {
    key: `consultation_dossier:${consultation.id}`,
    what: 'le dossier de cette consultation',
    stored: { dce: files.map(({ name, digest }) => `${name} ${digest}`).join('\n') },
    labels: { dce: 'Documents' },
  }
}
