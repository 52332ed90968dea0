import type { HttpContext } from '@adonisjs/core/http'
import { journal } from '#kernel/journal'
import { people } from '#kernel/people'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { PilotUnknown } from '../errors.js'
import { sharedPilots } from '../forms/shared_forms.js'
import Fiche from '../models/fiche.js'
import FichePilot from '../models/fiche_pilot.js'
import { colleagues } from '../models/people.js'
import { pilotValidator } from '../validators/fiche.js'

export default class FichePilotsController {
  async store(ctx: HttpContext) {
    const { params, request, response, session, actor } = ctx
    const fiche = await Fiche.hold(params.id)
    const { userId } = await request.validateUsing(pilotValidator)
    const pilot = (await colleagues()).find((colleague) => colleague.userId === userId)
    if (!pilot) throw new PilotUnknown().at('userId')
    const form = await pilotsForm(fiche.id)
    await mustBeCurrent(ctx, form)
    await FichePilot.firstOrCreate({ ficheId: fiche.id, userId })
    await nowSaved(ctx, form.key)
    const data = { pilot: userId }
    await journal.append({ type: 'territory.pilot_named', subject: fiche.ref, actor, data })
    session.flash('success', `${pilot.name} pilote cette fiche et peut la modifier.`)
    return response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    const { params, response, session, actor } = ctx
    const pilot = await FichePilot.get(params.id, params.userId)
    await pilot.delete()
    await nowSaved(ctx, sharedPilots(params.id, []).key)
    const subject = { capability: 'territory', type: 'fiche', id: params.id as string }
    const data = { pilot: pilot.userId }
    await journal.append({ type: 'territory.pilot_relieved', subject, actor, data })
    session.flash('success', 'Cette personne ne pilote plus la fiche.')
    return response.redirect().back()
  }
}

/** Who pilots the sheet now, by name, as its page shows it. */
async function pilotsForm(ficheId: string) {
  const pilots = await FichePilot.query().where({ ficheId })
  const names = await people.names(pilots.map(({ userId }) => userId))
  return sharedPilots(ficheId, [...names.values()])
}
