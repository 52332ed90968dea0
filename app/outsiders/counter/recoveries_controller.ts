import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { closeSessionsOf } from '#identity'
import { onPaper } from '#app/outsiders/doors/paper_code'
import { here } from '#web/here'
import { interlude } from '#web/interlude'
import { approveRecovery, askRecovery, refuseRecovery } from './recover.js'

const form = vine.create({
  account: vine.string().trim().maxLength(40).optional(),
  birth_name: vine.string().trim().maxLength(200).optional(),
  given_name: vine.string().trim().maxLength(200).optional(),
  birthdate: vine.string().trim().maxLength(20).optional(),
})

/** An account that is given back at a counter, at the word of two agents. */
export default class RecoveriesController {
  async create({ view }: HttpContext) {
    return view.render('outsiders/counter/recovery')
  }

  async store({ auth, request, response, session, tenant }: HttpContext) {
    // Compared with nothing: it asks a colleague, and changes no account
    await askRecovery(await request.validateUsing(form), auth.user!.id)
    session.flash('success', 'Votre demande attend la confirmation d’un autre agent du guichet.')
    return response.redirect(here('outsiders.counter.index', { tenant }))
  }

  /** The code on paper is shown in this answer only; her sessions close, wherever they are. */
  async approve({ auth, params, tenant, view }: HttpContext) {
    // Compared with nothing: whatever was seen, a demand is settled once, by another than who asked
    const { personId, ...paper } = await approveRecovery(params.id, auth.user!.id)
    return interlude(
      () => closeSessionsOf(personId, undefined, 'person_id'),
      async () => {
        const next = here('outsiders.counter.index', { tenant })
        return view.render('outsiders/counter/paper', { ...onPaper(paper), next })
      }
    )
  }

  async refuse({ auth, params, response, session, tenant }: HttpContext) {
    // Compared with nothing: whatever was seen, a demand is settled once
    await refuseRecovery(params.id, auth.user!.id)
    session.flash('success', 'La demande est refusée : rien n’a changé.')
    return response.redirect(here('outsiders.counter.index', { tenant }))
  }
}
