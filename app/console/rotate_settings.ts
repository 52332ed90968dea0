import encryption from '@adonisjs/core/services/encryption'
import { allRooms } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'

/** Every secret among the settings of the tenant in context, under the current application key. */
export async function rotateSettings(): Promise<number> {
  const trx = tenancy.trx()
  const own = trx.from('kernel.tenants').where('id', tenancy.tenantId())
  const { settings, name } = await own.clone().forUpdate().firstOrFail()
  let rotated = 0
  for (const room of allRooms()) {
    for (const [key, { kind }] of Object.entries(room.settings ?? {})) {
      const kept = settings[room.name]?.[key]
      if (kind !== 'secret' || !kept) continue
      const secret = encryption.decrypt<string>(kept)
      if (secret === null)
        throw new Error(`${name} : ${room.name}.${key} ne s’ouvre avec aucune clé.`)
      settings[room.name][key] = encryption.encrypt(secret)
      rotated++
    }
  }
  if (rotated > 0) await own.clone().update({ settings: JSON.stringify(settings) })
  return rotated
}
