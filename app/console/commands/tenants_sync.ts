import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { syncTenants } from '#console/provisioning/sync'

export default class TenantsSync extends BaseCommand {
  static commandName = 'tenants:sync'
  static description = 'Met tous les membres au niveau de ce que dit le dossier tenants/'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Dit ce qui serait fait, sans rien faire' })
  declare dryRun: boolean

  async run() {
    const done = await syncTenants({
      dryRun: this.dryRun,
      onDone: ({ tenant, changes }) => {
        if (changes.length === 0) return
        this.logger.info(`${tenant.name} (${tenant.siren})`)
        for (const change of changes) this.logger.log(`  ${change}`)
      },
      onFailed: (name, error) => {
        this.exitCode = 1
        this.logger.error(`${name} : ${error.message}`)
      },
    })
    const changed = done.filter(({ changes }) => changes.length > 0).length
    const outcome = this.dryRun ? 'à changer (essai : rien n’a été fait)' : 'changés'
    this.logger.success(`${done.length} membres, dont ${changed} ${outcome}.`)
  }
}
