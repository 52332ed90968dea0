import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import User from '#kernel/people/user'
import { EmailAddress } from '#lib/values'

/** Whoever holds the server makes the first operator; nobody else can, and no password is typed. */
export default class OperatorCreate extends BaseCommand {
  static commandName = 'operator:create'
  static description =
    'Donne la console à une personne : son compte est ouvert s’il ne l’est pas, sans mot de passe'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Adresse électronique de la personne' })
  declare email: string

  @flags.string({ description: 'Prénom et nom, pour un compte nouveau' })
  declare name?: string

  async run() {
    const email = EmailAddress.tryParse(this.email)
    if (!email) {
      this.logger.error(`« ${this.email} » n’est pas une adresse électronique.`)
      this.exitCode = 1
      return
    }
    const address = String(email).toLowerCase()
    const known = await User.findBy('email', address)
    if (known?.isOperator) return this.logger.success(`${address} a déjà la console.`)
    await (known ?? new User().merge({ email: address, fullName: this.name?.trim() || address }))
      .merge({ isOperator: true })
      .save()
    this.logger.success(
      known
        ? `${address} a désormais la console.`
        : `Compte ouvert pour ${address}. Qu’elle choisisse son mot de passe par « mot de passe oublié ».`
    )
  }
}
