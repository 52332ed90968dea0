import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { spaceFor } from '../access/allowed.js'
import { GuestUnknown, NotAllowed } from '../errors.js'
import { tellGuest } from '../jobs/tell_guest.js'
import { LEVEL_WORDS, LEVELS, reaches } from '../rules/levels.js'
import { sharesScreen } from '../screens/shares_screen.js'
import { memberCalled } from '../sharing/member_called.js'
import { shareSpace } from '../sharing/share_space.js'

const validator = vine.create({
  guest: vine.string().trim().maxLength(200),
  level: vine.enum(LEVELS),
})

/** The members to whom a space is open, and what their agents may do there. */
export default class SharesController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/shares', await sharesScreen(ctx, await managed(ctx)))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: the role of a guest is written whole, and the journal keeps each
    const { slug, id: spaceId } = await managed(ctx)
    const { guest: written, level } = await ctx.request.validateUsing(validator)
    const guest = await memberCalled(written)
    if (!guest) throw new GuestUnknown(written).at('guest')
    await shareSpace({ slug, guestId: guest.id, level, by: ctx.actor })
    await tellGuest.enqueue({ guestId: guest.id, spaceId })
    const what = LEVEL_WORDS[level].label.toLowerCase()
    ctx.session.flash('success', `L’espace est ouvert à ${guest.name} : ${what}.`)
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    const { slug, id: spaceId } = await managed(ctx)
    const guestId: string = ctx.params.guest
    await shareSpace({ slug, guestId, level: null, by: ctx.actor })
    await tellGuest.enqueue({ guestId, spaceId })
    ctx.session.flash('success', 'L’espace est repris : ses agents n’y voient plus rien.')
    return ctx.response.redirect().back()
  }
}

/** Only who manages a space opens it to others, and only she sees to whom it is. */
async function managed(ctx: HttpContext) {
  const { space, level } = await spaceFor(ctx, ctx.params.slug)
  if (!reaches(level, 'manager') || ctx.isGuest) throw new NotAllowed()
  return space
}
