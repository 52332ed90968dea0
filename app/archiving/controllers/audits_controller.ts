import type { HttpContext } from '@adonisjs/core/http'
import { auditObjects } from '../jobs/audit_objects.js'
import Deposit from '../models/deposit.js'

/** Reads the archived files of a deposit again, at once. */
export default class AuditsController {
  async store({ params, actor, response, session }: HttpContext) {
    const deposit = await Deposit.get(params.id)
    const dedupeKey = `archiving.audit.${deposit.id}`
    await auditObjects.enqueue({ depositId: deposit.id, by: actor }, { dedupeKey })
    session.flash('success', 'La relecture des fichiers est lancée. Le résultat s’inscrit au fil.')
    return response.redirect().back()
  }
}
