import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { here } from '#web/here'
import Desk from '../models/desk.js'
import { changeDesk } from '../roads/change_desk.js'
import { shown, sharedDesk } from '../roads/roads_screen.js'
import { titlesOf } from '../rules/road_form.js'

/** The desks where folders wait: a name, and the functions that hold it. */
export default class DesksController {
  async create({ view }: HttpContext) {
    return view.render('parapheur/desk_form', { desk: null, shared: null })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a desk is added beside the others, whose names it cannot take
    const { name } = await changeDesk(null, formOf(ctx), ctx.actor)
    return done(ctx, `Le bureau « ${name} » est ouvert. Un circuit peut y passer.`)
  }

  async edit({ params, view }: HttpContext) {
    const desk = await Desk.get(params.id)
    return view.render('parapheur/desk_form', { desk, shared: shown(sharedDesk(desk)) })
  }

  async update(ctx: HttpContext) {
    const desk = await Desk.hold(ctx.params.id)
    const shared = sharedDesk(desk)
    await mustBeCurrent(ctx, shared)
    const { name } = await changeDesk(desk, formOf(ctx), ctx.actor)
    await nowSaved(ctx, shared.key)
    return done(ctx, `Le bureau « ${name} » est changé.`)
  }
}

const formOf = ({ request }: HttpContext) => ({
  name: String(request.input('name') ?? '')
    .trim()
    .replace(/\s+/g, ' '),
  titles: titlesOf(String(request.input('titles') ?? '')),
})

function done({ session, response, tenant }: HttpContext, words: string) {
  session.flash('success', words)
  return response.redirect(`${here('parapheur.circuits.index', { tenant })}#bureaux`)
}
