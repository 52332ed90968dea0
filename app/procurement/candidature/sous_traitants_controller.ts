import type { HttpContext } from '@adonisjs/core/http'
import { behind } from '#rooms/outsiders'
import { holderOfCandidature } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { readSousTraitant } from '../rules/sous_traitant.js'
import { addSousTraitant, removeSousTraitant } from './add_sous_traitant.js'
import { sousTraitantForm } from './forms.js'
import { pageOf } from './candidatures_controller.js'
import { openConsultation } from './open_consultation.js'

/** Whom a candidate subcontracts to, told with the offer (R2193-1). */
export default class SousTraitantsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it declares one more, and changes none that was seen
    const typed = await ctx.request.validateUsing(sousTraitantForm)
    const { siret = '', priceVariation = '', capacities = '', isNotExcluded = false } = typed
    const read = readSousTraitant({ ...typed, siret, priceVariation, capacities, isNotExcluded })
    if ('problems' in read) return refuseProblems(read.problems)
    await inHerName(ctx, (id) => addSousTraitant(id, ctx.params.candidature, read.sousTraitant))
    ctx.session.flash('success', 'La sous-traitance est déclarée dans votre dossier.')
    return ctx.response.redirect(`${pageOf(ctx)}#sous-traitants`)
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: what was seen is what is taken out, or nothing is
    const { seen } = ctx.request.only(['seen'])
    await inHerName(ctx, (id) => removeSousTraitant(id, ctx.params.candidature, seen))
    ctx.session.flash('success', 'Cette sous-traitance n’est plus dans votre dossier.')
    return ctx.response.redirect(`${pageOf(ctx)}#sous-traitants`)
  }
}

async function inHerName(ctx: HttpContext, work: (consultationId: string) => Promise<void>) {
  const { id } = await openConsultation(await buyerOf(ctx), ctx.params.id)
  const person = await holderOfCandidature(ctx.door.personId, ctx.params.candidature)
  await behind({ person }, () => work(id))
}
