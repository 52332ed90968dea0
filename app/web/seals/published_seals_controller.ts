import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { publishedSeals } from './published.js'

const SHOWN = 30
const IN_FEED = 200

/** The last seals of a journal, that anybody may keep: what was sealed cannot be replaced unseen. */
export default class PublishedSealsController {
  async index({ view, tenant }: HttpContext) {
    const seals = await publishedSeals({ limit: SHOWN })
    return view.render('seals/index', { seals, base: `/p/${tenant.slug}/scelles` })
  }

  /** All of them, a page at a time: `?avant=` the lowest number of the page before. */
  async feed({ request, response, tenant }: HttpContext) {
    const before = Number(request.qs().avant)
    const seals = await publishedSeals({
      limit: IN_FEED,
      ...(Number.isSafeInteger(before) && before > 0 && { before }),
    })
    const last = seals.at(-1)?.statement.number ?? 1
    const address = `${appUrl}/p/${tenant.slug}/scelles.json`
    return response.send({
      format: 'halle.seals.v1',
      collectivite: { name: tenant.name, siren: tenant.siren },
      key: `${appUrl}/preuves/cle.pem`,
      seals,
      next: last > 1 ? `${address}?avant=${last}` : null,
    })
  }
}
