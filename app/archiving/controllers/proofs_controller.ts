import type { HttpContext } from '@adonisjs/core/http'
import { gatherProof } from '../keeping.js'
import Deposit from '../models/deposit.js'

/** Gathers the proof again, with all that the journal says by now. */
export default class ProofsController {
  async store({ params, response, session }: HttpContext) {
    // Compared with nothing: a proof is built again from what is kept, under one key
    await gatherProof(await Deposit.get(params.id))
    session.flash('success', 'Le dossier de preuve se prépare.')
    return response.redirect().back()
  }
}
