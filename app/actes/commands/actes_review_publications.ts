import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class ActesReviewPublications extends BaseCommand {
  static commandName = 'actes:review-publications'
  static description =
    'Liste les actes publiés que la loi garde du registre public, et les retire avec --withdraw'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Retire ces actes du registre, avec une écriture au journal' })
  declare withdraw: boolean

  async run() {
    // Not at the top: a command that only migrates must not need the models that it creates
    const { reviewPublications } = await import('../review_publications.js')
    const found = await reviewPublications({ withdraw: this.withdraw ?? false })
    for (const { place, identifier, url, why } of found) {
      this.logger.log(`${place}  ${identifier}  ${url}  ${why}`)
    }
    const outcome = this.withdraw
      ? 'retirés du registre'
      : 'à retirer (rien n’a été fait : relancez avec --withdraw)'
    this.logger.success(`${found.length} actes ${outcome}.`)
  }
}
