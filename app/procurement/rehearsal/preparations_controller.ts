import type { HttpContext } from '@adonisjs/core/http'
import { LIMIT_WORDS } from '../rules/choices.js'
import { procurementSettings } from '../settings.js'
import { standingRehearsal } from './rehearsal.js'

/** Where a company gets ready: what it needs, a trial of its machine, and a deposit for nothing. */
export default class PreparationsController {
  /** OE-02 (what is needed), OE-03 (trial of the machine), OE-06 (simulation) and OE-09 (help). */
  async show({ view, tenant }: HttpContext) {
    const { assistance } = procurementSettings(tenant)
    return view.render('procurement/public/preparation', { limits: LIMIT_WORDS, assistance })
  }

  /** Leads to the trial tender, which is made when nobody has asked for it before. */
  async store({ response, tenant }: HttpContext) {
    // Compared with nothing: it finds the trial tender, or makes the only one
    const { id } = await standingRehearsal()
    return response.redirect(`/moi/marches/${tenant.slug}/${id}`)
  }
}
