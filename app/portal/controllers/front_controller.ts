import type { HttpContext } from '@adonisjs/core/http'
import { tenants } from '#kernel/tenant'

const SHOWN = 60

/** The front page: what the house is, who lives in it, where to come in. */
export default class FrontController {
  async show({ view, auth }: HttpContext) {
    await auth.check()
    const { members, count } = await tenants.firstOpen(SHOWN)
    return view.render('portal/front', {
      members: members.map(({ slug, name, accent }) => ({ slug, name, accent })),
      count,
    })
  }
}
