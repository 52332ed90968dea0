import db from '@adonisjs/lucid/services/db'
import User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { place } from '#tests/world/world'

/** As many people of one commune as asked; nobody of them ever writes a password. */
export async function crowd(count: number): Promise<User[]> {
  const { id: tenantId } = await place('kervalan')
  const word = uuidv7().slice(-12)
  const ids = Array.from({ length: count }, () => uuidv7())
  const people = ids.map((id, n) => ({
    id,
    full_name: `Personne ${n}`,
    email: `foule.${n}.${word}@exemple.test`,
    password: 'aucun',
  }))
  await db.connection('app').table('kernel.users').multiInsert(people)
  await tenancy.run(tenantId, async ({ trx }) =>
    trx
      .insertQuery()
      .table('kernel.memberships')
      .multiInsert(
        ids.map((id) => ({
          id: uuidv7(),
          tenant_id: tenantId,
          user_id: id,
          roles: ['agent'],
          state: 'active',
        }))
      )
  )
  return User.query().whereIn('id', ids)
}
