import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { prepareQueue } from '#console/jobs/prepare'
import { prepareDemo } from '#console/provisioning/demo'
import { migrate } from '#console/provisioning/migrate'
import { rebuildSearch } from '#web/search/rebuild'
import { digestOfSources, isPrepared, markPrepared } from '#console/provisioning/prepared'

export default class HallePrepare extends BaseCommand {
  static commandName = 'halle:prepare'
  static description = 'Met la base au niveau du programme : schéma, file de tâches, démonstration'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Prépare aussi le territoire de démonstration' })
  declare demo: boolean

  @flags.boolean({ description: 'Recommence même si rien n’a changé' })
  declare force: boolean

  async run() {
    const digest = digestOfSources(this.demo)
    if (!this.force && (await isPrepared(digest))) return
    const migrations = await migrate()
    if (migrations > 0) this.logger.info(`${migrations} migrations passées`)
    await prepareQueue()
    // What was there before the index, or before a room said that it is found
    if (migrations > 0) await rebuildSearch()
    const complete = this.demo ? await prepareDemo((sentence) => this.logger.info(sentence)) : true
    if (complete) await markPrepared(digest)
  }
}
