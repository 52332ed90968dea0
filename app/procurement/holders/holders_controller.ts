import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { here } from '#web/here'
import { isWrappedKey } from '#lib/sealing'
import { HolderMissing, KeyRefused } from '../errors.js'
import { addHolder, retireHolder } from './add_holder.js'
import Holder from './holder.js'
import { holdersScreen } from './holders_screen.js'

const made = vine.create({
  publicKey: vine.string().maxLength(60),
  wrapped: vine.object({}).allowUnknownProperties(),
})

/** The trousseau of a member: who holds a key, and one's own. */
export default class HoldersController {
  async index(ctx: HttpContext) {
    return ctx.view.render('procurement/holders', await holdersScreen(ctx))
  }

  /** The key was made in the browser: its private half never comes here but wrapped. */
  async store({ request, response, actor, tenant }: HttpContext) {
    // Compared with nothing: it adds a key of one's own, once
    const { publicKey, wrapped } = await request.validateUsing(made)
    if (!isWrappedKey(wrapped)) throw new KeyRefused()
    const { id, handle } = await addHolder(actor.id!, { publicKey, wrapped }, actor)
    return response.status(201).json({
      id,
      handle,
      next: here('procurement.holders.index', { tenant }),
    })
  }

  async destroy({ response, session, actor, tenant }: HttpContext) {
    // Compared with nothing: her own key, which stands or does not
    const own = await Holder.of(actor.id!)
    if (!own) throw new HolderMissing()
    await retireHolder(own, actor, clock.now().toJSDate())
    session.flash('success', 'Votre clé n’entrera plus dans les prochaines consultations.')
    return response.redirect(here('procurement.holders.index', { tenant }))
  }

  /** Who has left, or lost her key: those who stay go on, and she is replaced in what is published later. */
  async retire({ params, response, session, actor, tenant }: HttpContext) {
    // Compared with nothing: a key that stands, or no longer does
    const holder = await Holder.standing(params.holder)
    await retireHolder(holder, actor, clock.now().toJSDate())
    session.flash(
      'success',
      `La clé de ${holder.name} n’entrera plus dans les consultations à venir.`
    )
    return response.redirect(here('procurement.holders.index', { tenant }))
  }
}
