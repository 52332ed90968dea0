import type { HttpContext } from '@adonisjs/core/http'
import { holdValidator, placeHold } from '../keeping.js'
import ArchiveHold from '../models/archive_hold.js'
import Deposit from '../models/deposit.js'

/** Gels: placed and lifted by whoever looks after the archives. */
export default class HoldsController {
  async store({ params, request, actor, response, session }: HttpContext) {
    // Compared with nothing: a hold is added beside those that stand, and replaces none
    const deposit = await Deposit.get(params.id)
    await placeHold(deposit, await request.validateUsing(holdValidator), actor)
    session.flash('success', 'Le dossier est gelé : il ne peut plus être éliminé.')
    return response.redirect().back()
  }

  async destroy({ params, actor, response, session }: HttpContext) {
    const deposit = await Deposit.get(params.id)
    const hold = await ArchiveHold.hold(deposit, params.hold)
    await hold.lift(deposit, actor)
    session.flash('success', 'Le gel est levé.')
    return response.redirect().back()
  }
}
