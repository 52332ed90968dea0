import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { allCapabilities } from '#kernel/capability'
import { rewrapTenantKey } from '#kernel/documents/keys'
import { rotateSecondFactors } from '#kernel/identity/factors/rotation'
import { rotateSettings } from '#kernel/operator/rotate_settings'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

export default class KeysRotate extends BaseCommand {
  static commandName = 'keys:rotate'
  static description = 'Passe sous APP_KEY les clés encore protégées par APP_KEY_PREVIOUS'
  static options: CommandOptions = { startApp: true }

  async run() {
    let [rewrapped, secrets] = [0, 0]
    for (const { id } of await tenants.all()) {
      await tenancy.run(id, async () => {
        if (await rewrapTenantKey()) rewrapped++
        secrets += await rotateSettings()
        for (const room of allCapabilities()) secrets += (await room.rotateSecrets?.()) ?? 0
      })
    }
    const factors = await rotateSecondFactors()
    this.logger.success(
      `Clés de documents : ${rewrapped}. Secrets des services : ${secrets}. Seconds facteurs : ${factors}.`
    )
  }
}
