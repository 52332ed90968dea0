import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { rewrapTenantKey } from '#kernel/documents/keys'
import { rotateSecondFactors } from '#kernel/identity/factors/rotation'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

export default class KeysRotate extends BaseCommand {
  static commandName = 'keys:rotate'
  static description = 'Passe sous APP_KEY les clés encore protégées par APP_KEY_PREVIOUS'
  static options: CommandOptions = { startApp: true }

  async run() {
    let rewrapped = 0
    for (const { id } of await tenants.all()) {
      if (await tenancy.run(id, () => rewrapTenantKey())) rewrapped++
    }
    const factors = await rotateSecondFactors()
    this.logger.success(`Clés de documents : ${rewrapped}. Seconds facteurs : ${factors}.`)
  }
}
