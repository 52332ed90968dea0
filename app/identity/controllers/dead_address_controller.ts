import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { revive } from '#web/messages/dead_addresses'

/** An address that refused our mails, and that its owner had mended. */
export default class DeadAddressController {
  async destroy({ auth, response, session }: HttpContext) {
    // Compared with nothing: told twice to try again, we try again
    await revive(db.connection('app'), auth.user!.email)
    session.flash('success', 'Nous réessaierons cette adresse au prochain courriel.')
    return response.redirect('/compte/courriels')
  }
}
