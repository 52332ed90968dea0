import { BaseCommand, args } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class InvoicingSend extends BaseCommand {
  static commandName = 'invoicing:send'
  static description =
    'Envoie une facture électronique à la plateforme agréée d’une collectivité, une seule fois'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Le nom court de la collectivité' })
  declare place: string

  @args.string({ description: 'La facture : Factur-X, CII ou UBL' })
  declare file: string

  async run() {
    // Not at the top: a command that only migrates must not need the models that it creates
    const { sendFile } = await import('../sending/send_file.js')
    const { flowId, says } = await sendFile(this.place, this.file)
    if (flowId) return void this.logger.success(`${says} (flux ${flowId})`)
    this.logger.error(says)
    this.exitCode = 1
  }
}
