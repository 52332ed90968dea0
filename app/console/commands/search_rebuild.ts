import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { rebuildSearch } from '#web/search/rebuild'

/** Resumable: what is done is in the rows, and with `--all` the last member written is said. */
export default class SearchRebuild extends BaseCommand {
  static commandName = 'search:rebuild'
  static description =
    'Écrit dans l’index de la recherche ce qui y manque ; se reprend où elle s’arrête'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Récrit aussi ce qui y est déjà' })
  declare all: boolean

  @flags.string({ description: 'Commence à ce membre, par son adresse (kervalan)' })
  declare from: string

  async run() {
    const total = await rebuildSearch({
      all: this.all,
      from: this.from,
      onDone: (slug, entries) => this.logger.info(`${slug} : ${entries} entrées écrites`),
    })
    this.logger.success(total === 0 ? 'Rien à écrire.' : `${total} entrées écrites en tout.`)
  }
}
