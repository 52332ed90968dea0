import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { establishmentsClaimedBy } from '#rooms/outsiders'
import { tenancy } from '#kernel/tenancy'
import { chosenCompany } from '../deposit/begin_pli.js'
import { buyerOf } from '../deposit/buyer.js'
import { BACKUP_MODES, type BackupMode } from '../rules/backup_copy.js'
import { declareCopy } from './gestures.js'

const declared = vine.create({
  establishment: vine.string().uuid().optional(),
  mode: vine.enum(Object.keys(BACKUP_MODES) as BackupMode[]),
})

/** A company announces the copie de sauvegarde that it sends by another road. */
export default class DeclaredCopiesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it announces one more envelope of hers
    const { establishment, mode } = await ctx.request.validateUsing(declared)
    const tenant = await buyerOf(ctx)
    const claimed = await establishmentsClaimedBy(ctx.door.personId)
    const company = chosenCompany(claimed, ctx.door, establishment)
    const { number } = await tenancy.run(tenant.id, () =>
      declareCopy(ctx.params.id, ctx.door, { company, mode })
    )
    ctx.session.flash(
      'success',
      `Écrivez sur l’enveloppe : « Copie de sauvegarde ${number} », et la référence de la consultation.`
    )
    return ctx.response.redirect(`/moi/marches/${tenant.slug}/${ctx.params.id}#copies`)
  }
}
