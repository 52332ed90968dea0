import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { allRooms } from '#kernel/room'
import { renewTenantKeys } from '#kernel/documents/keys'
import { rotateSecondFactors } from '#identity'
import { rotateSettings } from '#console/rotate_settings'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

export default class KeysRotate extends BaseCommand {
  static commandName = 'keys:rotate'
  static description =
    'Passe sous APP_KEY ce que protège encore APP_KEY_PREVIOUS ; les nouveaux documents ont une nouvelle clé'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({
    description: 'Donne une nouvelle clé de documents à chaque membre, sans attendre',
  })
  declare dataKeys: boolean

  async run() {
    let [rewrapped, secrets] = [0, 0]
    for (const { id } of await tenants.all()) {
      await tenancy.run(id, async () => {
        if (await renewTenantKeys({ always: this.dataKeys })) rewrapped++
        secrets += await rotateSettings()
        for (const room of allRooms()) secrets += (await room.rotateSecrets?.()) ?? 0
      })
    }
    const factors = await rotateSecondFactors()
    for (const room of allRooms()) secrets += (await room.rotateShared?.()) ?? 0
    this.logger.success(
      `Clés de documents : ${rewrapped}. Secrets des services : ${secrets}. Seconds facteurs : ${factors}.`
    )
  }
}
