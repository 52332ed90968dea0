import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { forgetRecoveryCodes } from '../factors/recovery_codes.js'
import { removeTotp } from '../factors/totp.js'
import { tellFactors } from '../jobs/tell_factors_changed.js'
import Passkey from '../passkey.js'
import { closeSessionsOf } from '../sessions/sessions.js'
import User from '#kernel/people/user'

export default class FactorsRemove extends BaseCommand {
  static commandName = 'factors:remove'
  static description =
    'Retire les seconds facteurs d’une personne qui les a perdus, après s’être assuré que c’est bien elle'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Adresse électronique de la personne' })
  declare email: string

  async run() {
    const user = await User.findBy('email', this.email.trim().toLowerCase())
    if (!user) {
      this.logger.error(`Personne n’a l’adresse ${this.email}.`)
      this.exitCode = 1
      return
    }
    await removeTotp(user)
    await Passkey.query().where('userId', user.id).delete()
    await forgetRecoveryCodes(user)
    await closeSessionsOf(user.id)
    await tellFactors(user, 'all_removed')
    this.logger.success(
      'Ses seconds facteurs sont retirés et ses sessions fermées ; un courriel le lui dit.'
    )
  }
}
