import encryption from '@adonisjs/core/services/encryption'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { archivingSettings } from './settings.js'

/** The password of the external archive, written again under the current application key. */
export async function rotateSecrets(tenant: Tenant): Promise<number> {
  const { asalaePassword } = archivingSettings(tenant)
  if (!asalaePassword) return 0
  const password = encryption.decrypt<string>(asalaePassword)
  if (password === null) {
    throw new Error(`Le mot de passe d’as@lae de ${tenant.name} ne s’ouvre avec aucune clé.`)
  }
  const trx = tenancy.trx()
  const settings = trx.knexRawQuery(
    `jsonb_set(settings, '{archiving,asalaePassword}', to_jsonb(?::text))`,
    [encryption.encrypt(password)]
  )
  await trx.from('kernel.tenants').where('id', tenant.id).update({ settings })
  return 1
}
