import { randomInt } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { tenants, type Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'

/** A member of the base of a bench, that keeps nothing yet. */
export async function aMember(): Promise<Tenant> {
  const id = uuidv7()
  await db.connection('app').rawQuery(
    `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
     values (?, ?, ?, 'Commune du banc', 'commune', '035', '1', '31')`,
    [id, `banc-${id.slice(-12)}`, String(randomInt(100_000_000, 999_999_999))]
  )
  return (await tenants.byId(id))!
}
