import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { here } from '#web/here'
import { chooseCircuits } from '../roads/choose_circuits.js'
import { allTypes, sharedTypes } from '../roads/roads_screen.js'

/** Which circuit each type of folder follows from now on. */
export default class FolderTypesController {
  async update(ctx: HttpContext) {
    const { request, response, session, tenant } = ctx
    const types = await allTypes()
    const shared = sharedTypes(types)
    await mustBeCurrent(ctx, shared)
    const chosen = Object.fromEntries(
      types.map(({ key }) => [key, String(request.input(`types.${key}`) ?? '')])
    )
    const changed = await chooseCircuits(chosen, ctx.actor)
    await nowSaved(ctx, shared.key)
    session.flash(
      'success',
      changed ? 'C’est changé pour les prochains dossiers.' : 'Rien n’a changé.'
    )
    return response.redirect(here('parapheur.circuits.index', { tenant }))
  }
}
