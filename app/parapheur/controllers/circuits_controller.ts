import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { here } from '#web/here'
import Circuit from '../models/circuit.js'
import { changeCircuit } from '../roads/change_circuit.js'
import { circuitScreen, roadsScreen, sharedCircuit } from '../roads/roads_screen.js'
import { MOST_STEPS } from '../rules/road_form.js'

/** The circuits of the member: seen, written, followed. */
export default class CircuitsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('parapheur/circuits', await roadsScreen(ctx))
  }

  async create({ view }: HttpContext) {
    return view.render('parapheur/circuit', await circuitScreen(null))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a circuit is added beside the others, whose names it cannot take
    const { name } = await changeCircuit(null, formOf(ctx), ctx.actor)
    return done(ctx, `Le circuit « ${name} » est créé. Choisissez les dossiers qui le suivent.`)
  }

  async edit({ params, view }: HttpContext) {
    return view.render('parapheur/circuit', await circuitScreen(await Circuit.lastLike(params.id)))
  }

  async update(ctx: HttpContext) {
    const last = await Circuit.lastLike(ctx.params.id, { hold: true })
    const shared = sharedCircuit(last)
    await mustBeCurrent(ctx, shared)
    const { name } = await changeCircuit(last, formOf(ctx), ctx.actor)
    await nowSaved(ctx, shared.key)
    return done(ctx, `Le circuit « ${name} » est changé. Les dossiers partis gardent le leur.`)
  }
}

const formOf = ({ request }: HttpContext) => ({
  name: text(request.input('name')).replace(/\s+/g, ' '),
  steps: [request.input('steps', [])].flat().slice(0, MOST_STEPS).map(text),
})

const text = (typed: unknown): string => (typeof typed === 'string' ? typed.trim() : '')

function done({ session, response, tenant }: HttpContext, words: string) {
  session.flash('success', words)
  return response.redirect(here('parapheur.circuits.index', { tenant }))
}
