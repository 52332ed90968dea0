import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Circuit from '../models/circuit.js'
import { putAwayCircuit, takeBackCircuit } from '../roads/put_away_circuit.js'

/** The circuits that serve no more: put away, and taken back. */
export default class PutAwayCircuitsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: nothing that was written is lost, and one button takes it back
    const circuit = await Circuit.lastLike(ctx.params.id, { hold: true })
    await putAwayCircuit(circuit, ctx.actor)
    return done(ctx, `Le circuit « ${circuit.name} » est retiré.`)
  }

  async destroy(ctx: HttpContext) {
    const circuit = await Circuit.lastLike(ctx.params.id, { hold: true })
    await takeBackCircuit(circuit, ctx.actor)
    return done(ctx, `Le circuit « ${circuit.name} » est remis.`)
  }
}

function done({ session, response, tenant }: HttpContext, words: string) {
  session.flash('success', words)
  return response.redirect(`${here('parapheur.circuits.index', { tenant })}#circuits`)
}
