import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { leaveRehearsal } from '#web/rehearsal/leaving'
import { askRehearsal } from '#web/rehearsal/state'

/** Says whether the platform is a copy; `--leave`, and nothing else, makes it the real one. */
export default class HalleRehearsal extends BaseCommand {
  static commandName = 'halle:rehearsal'
  static description =
    'Dit si la plateforme est une copie d’où rien ne sort ; --leave en fait la vraie'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'La copie devient la plateforme : ce qui attend part' })
  declare leave: boolean

  async run() {
    const copy = await askRehearsal()
    if (!copy)
      return this.logger.success('Ce n’est pas une répétition : la plateforme est ouverte.')
    if (!this.leave) {
      this.logger.info(`Répétition : copie de ${copy.at.toISOString()}. Rien ne sort.`)
      return
    }
    await leaveRehearsal()
    this.logger.success('La répétition est finie : ce qui attendait part.')
  }
}
