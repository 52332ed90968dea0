import type { HttpContext } from '@adonisjs/core/http'
import { tenants } from '#kernel/tenant'

const SHOWN = 60

/** The front page: what the house is, who lives in it, where to come in. */
export default class FrontController {
  async show({ view, auth }: HttpContext) {
    await auth.check()
    const members = (await tenants.all()).filter(({ state }) => state === 'active')
    return view.render('portal/front', {
      members: members.slice(0, SHOWN).map(({ slug, name, accent }) => ({ slug, name, accent })),
      count: members.length,
    })
  }
}
