import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { duplicate } from '../duplicate.js'
import Acte from '../models/acte.js'

/** « Dupliquer »: a draft that says what another acte says. */
export default class CopiesController {
  async store({ params, actor, tenant, response, session }: HttpContext) {
    // Compared with nothing: it creates a draft, and changes nothing of the acte
    const { id } = await duplicate(await Acte.get(params.id), actor)
    session.flash(
      'success',
      'Un brouillon reprend cet acte. Il lui manque sa date et ses documents.'
    )
    return response.redirect(`${here('actes.actes.edit', { tenant, id })}?etape=decision`)
  }
}
