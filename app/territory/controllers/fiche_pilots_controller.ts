import type { HttpContext } from '@adonisjs/core/http'
import { journal } from '#kernel/journal'
import { PilotUnknown } from '../errors.js'
import Fiche from '../models/fiche.js'
import FichePilot from '../models/fiche_pilot.js'
import { colleagues } from '../models/people.js'
import { pilotValidator } from '../validators/fiche.js'

export default class FichePilotsController {
  async store({ params, request, response, session, actor }: HttpContext) {
    const fiche = await Fiche.hold(params.id)
    const { userId } = await request.validateUsing(pilotValidator)
    const pilot = (await colleagues()).find((colleague) => colleague.userId === userId)
    if (!pilot) throw new PilotUnknown().at('userId')
    await FichePilot.firstOrCreate({ ficheId: fiche.id, userId })
    const data = { pilot: userId }
    await journal.append({ type: 'territory.pilot_named', subject: fiche.ref, actor, data })
    session.flash('success', `${pilot.name} pilote cette fiche et peut la modifier.`)
    return response.redirect().back()
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    const pilot = await FichePilot.get(params.id, params.userId)
    await pilot.delete()
    const subject = { capability: 'territory', type: 'fiche', id: params.id as string }
    const data = { pilot: pilot.userId }
    await journal.append({ type: 'territory.pilot_relieved', subject, actor, data })
    session.flash('success', 'Cette personne ne pilote plus la fiche.')
    return response.redirect().back()
  }
}
