import type { HttpContext } from '@adonisjs/core/http'
import { auditAgain } from '../keeping.js'
import Deposit from '../models/deposit.js'

/** Reads the archived files of a deposit again, at once. */
export default class AuditsController {
  async store({ params, actor, response, session }: HttpContext) {
    // Compared with nothing: it reads the files again, under one key, and writes what it finds
    const deposit = await Deposit.get(params.id)
    await auditAgain(deposit, actor)
    session.flash('success', 'La relecture des fichiers est lancée. Le résultat s’inscrit au fil.')
    return response.redirect().back()
  }
}
