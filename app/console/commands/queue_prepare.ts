import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { prepareQueue } from '#console/jobs/prepare'

export default class QueuePrepare extends BaseCommand {
  static commandName = 'queue:prepare'
  static description = 'Prépare les tables de BullMQ dans PostgreSQL'
  static options: CommandOptions = { startApp: true }

  async run() {
    await prepareQueue()
  }
}
