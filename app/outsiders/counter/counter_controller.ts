import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { countLikenesses } from '#app/outsiders/likeness/likeness'
import { accountForm } from '#app/outsiders/doors/sign_up_controller'
import { onPaper } from '#app/outsiders/doors/paper_code'
import { here } from '#web/here'
import { waitingRecoveries } from './recovery.js'
import { welcome } from './welcome.js'

/** The counter of a member, where people without a computer get an account. */
export default class CounterController {
  async index({ auth, view }: HttpContext) {
    const recoveries = await waitingRecoveries()
    const { count, isMore } = await countLikenesses()
    const names = await people.names(recoveries.map(({ askedBy }) => askedBy))
    return view.render('outsiders/counter/index', {
      likenesses: isMore ? `${count} et plus` : String(count),
      hasLikenesses: count > 0,
      recoveries: recoveries.map((one) => ({
        id: one.id,
        personName: one.personName,
        askedBy: names.get(one.askedBy) ?? 'un agent',
        at: one.createdAt,
        isMine: one.askedBy === auth.user!.id,
      })),
    })
  }

  async create({ view }: HttpContext) {
    return view.render('outsiders/counter/create')
  }

  /** The code on paper is shown in this answer only. */
  async store({ auth, request, tenant, view }: HttpContext) {
    // Compared with nothing: it makes an account, and changes none
    const paper = await welcome(await request.validateUsing(accountForm), auth.user!.id)
    const next = here('outsiders.counter.index', { tenant })
    return view.render('outsiders/counter/paper', { ...onPaper(paper), next })
  }
}
