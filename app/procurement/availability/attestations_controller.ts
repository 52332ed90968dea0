import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { sendDocument } from '#web/documents/send'
import { here } from '#web/here'
import { frenchMessages } from '#web/validation_messages'
import Consultation from '../drafting/consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { AttestationMissing } from '../dialogue_errors.js'
import { NotOnline } from '../errors.js'
import Attestation from './attestation.js'
import { attestationsScreen } from './attestations_screen.js'
import { sealAttestation } from './seal_attestation.js'

const moment = () => vine.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
const given = vine.create({ from: moment(), to: moment() })
given.messagesProvider = frenchMessages
const MOST_DAYS = 31

/** What the platform was while a consultation received answers, and the paper that says it. */
export default class AttestationsController {
  async index(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    if (!consultation.publishedAt) throw new NotOnline()
    const screen = await attestationsScreen(consultation, ctx)
    return ctx.view.render('procurement/availability', screen)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it writes one more paper, of what is known now
    const { from, to } = await ctx.request.validateUsing(given)
    const consultation = await Consultation.get(ctx.params.id)
    if (!consultation.publishedAt) throw new NotOnline()
    const interval = readInterval(consultation, from, to)
    const { id: attestationId } = await Attestation.create({
      ...{ consultationId: consultation.id, madeAt: clock.now() },
      ...{ fromAt: interval.from, toAt: interval.to },
    })
    await sealAttestation.enqueue({ attestationId })
    const { tenant, params, session, response } = ctx
    session.flash('success', 'L’attestation se scelle : elle sera ici dans un instant.')
    return response.redirect(here('procurement.attestations.index', { tenant, id: params.id }))
  }

  async show(ctx: HttpContext) {
    const { id } = await Consultation.get(ctx.params.id)
    const { documentId } = await Attestation.of(id, ctx.params.attestation)
    if (!documentId) throw new AttestationMissing()
    return sendDocument(ctx, documentId)
  }
}

/** @throws E_VALIDATION_ERROR */
function readInterval({ zone }: Consultation, typedFrom: string, typedTo: string) {
  const from = DateTime.fromISO(typedFrom, { zone })
  const to = DateTime.fromISO(typedTo, { zone })
  const say = (field: string, message: string) => refuseProblems([{ field, message }])
  if (!from.isValid) say('from', 'Cette heure n’existe pas.')
  if (!to.isValid) say('to', 'Cette heure n’existe pas.')
  if (to <= from) say('to', 'La fin vient après le début.')
  if (from > clock.now()) say('from', 'Rien n’est encore mesuré : choisissez un début passé.')
  if (to.diff(from, 'days').days > MOST_DAYS) say('to', 'Trente et un jours au plus.')
  return { from, to }
}
