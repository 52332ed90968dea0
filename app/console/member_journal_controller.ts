import type { HttpContext } from '@adonisjs/core/http'
import { sealJournal } from '#kernel/journal/sealing'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { tenancy } from '#kernel/tenancy'
import { memberOf } from './members.js'

/** The proof that a member's journal keeps: recomputed whole, or sealed without waiting. */
export default class MemberJournalController {
  async verify({ params, response, session }: HttpContext) {
    // Compared with nothing: it reads, and records nothing
    const { id } = await memberOf(params.id)
    const means = await ownMeans()
    const { entries, seals, problems } = await tenancy.run(id, () => verifyJournal(means))
    if (problems.length === 0) {
      session.flash(
        'success',
        `Journal intact : ${entries} entrées recalculées, ${seals} scellements.`
      )
    } else {
      session.flash('error', `Le journal ne se vérifie pas. ${problems.slice(0, 5).join(' ')}`)
    }
    return response.redirect(`/exploitation/membres/${id}`)
  }

  async seal({ params, response, session }: HttpContext) {
    // Compared with nothing: what is sealed already is not sealed again
    const { id } = await memberOf(params.id)
    const sealed = await sealJournal(id)
    session.flash(
      'success',
      sealed ? 'Le journal est scellé.' : 'Rien à sceller : tout l’est déjà.'
    )
    return response.redirect(`/exploitation/membres/${id}`)
  }
}
