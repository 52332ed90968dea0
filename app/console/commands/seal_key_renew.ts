import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { renewSealKey } from '#console/journal/renew_seal_key'
import { systemDb } from '#kernel/system'

export default class SealKeyRenew extends BaseCommand {
  static commandName = 'seal-key:renew'
  static description =
    'Met une nouvelle clé de scellement en tête de SEAL_KEY_FILE ; des anciennes ne reste que la moitié publique'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { rows } = await systemDb().rawQuery('select clock_timestamp() as now')
    const fingerprint = await renewSealKey(rows[0].now.toISOString())
    this.logger.success(`Empreinte de la nouvelle clé : ${fingerprint}`)
    this.logger.info(
      'Copiez le fichier sur chaque machine, et annoncez cette empreinte aux membres.'
    )
  }
}
