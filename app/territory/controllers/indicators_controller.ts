import type { HttpContext } from '@adonisjs/core/http'
import { defineIndicator } from '../models/define_indicator.js'
import Fiche from '../models/fiche.js'
import { MONTHS } from '../rules/months.js'
import { indicatorValidator } from '../validators/fiche.js'

export default class IndicatorsController {
  async create({ params, view }: HttpContext) {
    const fiche = await Fiche.whole(params.id)
    const months = MONTHS.map((name, index) => ({ value: index + 1, label: `à fin ${name}` }))
    return view.render('territory/fiches/indicator', { fiche, months: months.reverse() })
  }

  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    const fiche = await Fiche.whole(params.id)
    const indicator = await defineIndicator(
      fiche,
      await request.validateUsing(indicatorValidator),
      actor
    )
    session.flash('success', `L’indicateur « ${indicator.title} » est suivi.`)
    return response.redirect(`/c/${tenant.slug}/territory/fiches/${fiche.id}#indicateurs`)
  }
}
