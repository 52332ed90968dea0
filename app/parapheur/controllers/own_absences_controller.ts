import type { HttpContext } from '@adonisjs/core/http'
import { absencesOf } from '../own/absences.js'

/** The absences of a person across her desks, in her account. */
export default class OwnAbsencesController {
  async index({ auth, view }: HttpContext) {
    return view.render('parapheur/own_absences', await absencesOf(auth.user!.id))
  }
}
