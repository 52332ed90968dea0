import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { providerNames } from '#app/outsiders/providers/provider_names'
import { sourcesIn } from '#app/outsiders/people/person_words'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import Likeness, { waitingLikenesses } from './likeness.js'
import { factLines, namesOfBoth } from './likeness_screen.js'
import { saySame, sayTwo } from './settle.js'

/** Records that may be of one person: agents look at both, and say whether they are. */
export default class LikenessesController {
  async index({ request, tenant, view }: HttpContext) {
    const { shown, next } = await waitingLikenesses(cursorOf(request))
    const list = here('outsiders.likenesses.index', { tenant })
    const names = await namesOfBoth(shown)
    return view.render('outsiders/likeness/index', {
      likenesses: shown.map((likeness, index) => ({ likeness, ...names[index] })),
      next: next && `${list}?apres=${next}`,
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const likeness = await Likeness.get(params.id)
    const { proposedBy } = likeness
    const names = await people.names(proposedBy ? [proposedBy] : [])
    const [both] = await namesOfBoth([likeness])
    return view.render('outsiders/likeness/show', {
      likeness,
      both,
      lines: await factLines(likeness, sourcesIn(await providerNames())),
      proposedBy: proposedBy && (names.get(proposedBy) ?? 'un agent'),
      isMine: proposedBy === auth.user!.id,
    })
  }

  async join({ auth, params, response, session, tenant }: HttpContext) {
    // Compared with nothing: whatever was seen, a doubt is settled once, and the base judges both anew
    const areOne = await saySame(params.id, auth.user!.id)
    const said = areOne
      ? 'Les deux fiches sont réunies. La personne peut les séparer depuis son espace.'
      : 'Votre réponse attend la confirmation d’un autre agent du guichet.'
    session.flash('success', said)
    return response.redirect(here('outsiders.likenesses.index', { tenant }))
  }

  async part({ auth, params, response, session, tenant }: HttpContext) {
    // Compared with nothing: whatever was seen, a doubt is settled once, and nothing changes
    await sayTwo(params.id, auth.user!.id)
    session.flash('success', 'Ce sont deux personnes : les fiches restent comme elles étaient.')
    return response.redirect(here('outsiders.likenesses.index', { tenant }))
  }
}
