import type { HttpContext } from '@adonisjs/core/http'
import { withdraw } from '../circuit.js'
import Acte from '../models/acte.js'

export default class DraftsController {
  /** Makes a draft again of an acte that did not leave: refused, taken back, or in anomaly. */
  async store({ params, response, session, tenant, actor }: HttpContext) {
    const acte = await Acte.get(params.id)
    if (acte.state === 'in_circuit') await withdraw(acte, actor)
    else {
      acte.merge({ signedDocumentId: null, folderId: null, identifier: null })
      await acte.step('reopen', actor)
    }
    session.flash('success', 'L’acte est de nouveau un brouillon. Il repassera en signature.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}/modifier`)
  }
}
