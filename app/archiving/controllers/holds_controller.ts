import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { HoldAlreadyOver } from '../errors.js'
import ArchiveHold from '../models/archive_hold.js'
import Deposit from '../models/deposit.js'

const holdValidator = vine.create({
  owner: vine.string().trim().minLength(2).maxLength(120),
  reason: vine.string().trim().minLength(3).maxLength(500),
  ends_on: vine.string().trim().optional(),
})

/** Gels: placed and lifted by whoever looks after the archives. */
export default class HoldsController {
  async store({ params, request, actor, response, session }: HttpContext) {
    const deposit = await Deposit.get(params.id)
    const { owner, reason, ends_on: day } = await request.validateUsing(holdValidator)
    const endsOn = day ? LocalDate.tryParse(day) : null
    if (day && (!endsOn || clock.today().isAfter(endsOn))) throw new HoldAlreadyOver().at('ends_on')
    await ArchiveHold.place(deposit, actor, { owner, reason, endsOn })
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
