import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { allCapabilities } from '#kernel/capability'
import { rewrapTenantKey } from '#kernel/documents/keys'
import { rotateSecondFactors } from '#kernel/identity/factors/rotation'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

export default class KeysRotate extends BaseCommand {
  static commandName = 'keys:rotate'
  static description = 'Passe sous APP_KEY les clés encore protégées par APP_KEY_PREVIOUS'
  static options: CommandOptions = { startApp: true }

  async run() {
    let [rewrapped, secrets] = [0, 0]
    for (const tenant of await tenants.all()) {
      await tenancy.run(tenant.id, async () => {
        if (await rewrapTenantKey()) rewrapped++
        for (const room of allCapabilities()) secrets += (await room.rotateSecrets?.(tenant)) ?? 0
      })
    }
    const factors = await rotateSecondFactors()
    this.logger.success(
      `Clés de documents : ${rewrapped}. Secrets des services : ${secrets}. Seconds facteurs : ${factors}.`
    )
  }
}
