import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { hasTelephone } from '#app/outsiders/doors/telephone'
import { behind } from '#app/outsiders/wall/wall'
import { changeContactPoints } from './change_contact_points.js'
import { contactPointsOf } from './contact_point.js'

const form = vine.create({
  email: vine.string().trim().maxLength(300).optional(),
  phone: vine.string().trim().maxLength(40).optional(),
  address: vine.string().trim().maxLength(300).optional(),
})

/** How she wants to be reached. */
export default class ContactPointsController {
  async edit({ door, view }: HttpContext) {
    const points = await behind({ person: door.personId }, () => contactPointsOf(door.personId))
    const point = (kind: string) => points.find((one) => one.kind === kind) ?? null
    return view.render('outsiders/people/contact_points', {
      email: point('email'),
      phone: point('phone'),
      address: point('address'),
      hasTelephone: hasTelephone(),
    })
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: they are hers alone
    const next = await changeContactPoints(ctx, await ctx.request.validateUsing(form))
    if (next === '/moi/coordonnees')
      ctx.session.flash('success', 'Vos coordonnées sont enregistrées.')
    return ctx.response.redirect(next)
  }
}
