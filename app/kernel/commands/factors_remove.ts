import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { forgetRecoveryCodes } from '#kernel/identity/factors/recovery_codes'
import { removeTotp } from '#kernel/identity/factors/totp'
import { tellFactors } from '#kernel/identity/jobs/tell_factors_changed'
import Passkey from '#kernel/identity/passkey'
import { closeSessionsOf } from '#kernel/identity/sessions/sessions'
import User from '#kernel/identity/user'

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
