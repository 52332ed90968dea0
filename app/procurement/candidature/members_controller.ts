import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { countLetter } from '#identity'
import { Siret } from '#lib/values'
import { frenchMessages } from '#web/validation_messages'
import { holderOfCandidature } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { readPart } from '../rules/candidature.js'
import { pageOf } from './candidatures_controller.js'
import { inviteMember, removeMember, shareOut } from './invite.js'
import { openConsultation } from './open_consultation.js'

const shared = {
  part: vine.string().trim().maxLength(10).optional(),
  work: vine.string().trim().maxLength(1_000).optional(),
}
const invited = vine.create({
  siret: vine.string().trim().maxLength(20),
  company: vine.string().trim().minLength(2).maxLength(200),
  email: vine.string().trim().email().maxLength(300),
  ...shared,
})
invited.messagesProvider = frenchMessages
const told = vine.create(shared)
told.messagesProvider = frenchMessages

/** The cotraitants whom a mandataire invites, and what each does of the marché. */
export default class MembersController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it invites one more, and changes none that was seen
    const typed = await ctx.request.validateUsing(invited)
    const siret = Siret.tryParse(typed.siret.replaceAll(/\s/g, ''))
    refuseProblems([
      ...(siret
        ? []
        : [{ field: 'siret', message: 'Ce SIRET n’est pas valide : vérifiez ses chiffres.' }]),
      ...partProblems(typed.part),
    ])
    const { consultation, mandataire } = await asked(ctx)
    await countLetter(ctx, typed.email.toLowerCase())
    const { company, email, work = '' } = typed
    const part = readPart(typed.part)
    await inviteMember(consultation, mandataire, {
      ...{ company, email, work, part, siret: siret!.toString() },
    })
    return done(ctx, `Une invitation part vers ${email}.`)
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: her own word on who does what, which nobody else writes
    const { part, work = '' } = await ctx.request.validateUsing(told)
    refuseProblems(partProblems(part))
    const { consultation, mandataire } = await asked(ctx)
    const memberId: string = ctx.params.member
    await shareOut(consultation, mandataire, { memberId, part: readPart(part), work })
    return done(ctx, 'La répartition est enregistrée.')
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: a member is there or is not
    const { consultation, mandataire } = await asked(ctx)
    await removeMember(consultation, mandataire, ctx.params.member)
    return done(ctx, 'Cette entreprise n’est plus du groupement. Elle est prévenue.')
  }
}

const partProblems = (typed?: string) =>
  typed && readPart(typed) === null
    ? [{ field: 'part', message: 'Écrivez une part en pour cent, par exemple 40 ou 33,33.' }]
    : []

async function asked(ctx: HttpContext) {
  const tenant = await buyerOf(ctx)
  const consultation = await openConsultation(tenant, ctx.params.id)
  const { candidature: candidatureId } = ctx.params
  const personId = await holderOfCandidature(ctx.door.personId, candidatureId)
  return { consultation, mandataire: { personId, candidatureId } }
}

function done(ctx: HttpContext, said: string) {
  ctx.session.flash('success', said)
  return ctx.response.redirect(`${pageOf(ctx)}#membres`)
}
