import { boot } from '../support/application.js'
import { environmentFor, masterOf } from '../support/database.js'

interface Agreed {
  slug: string
  issuer: string
  id: string
  secret: string
}

/** Sets the one provider of the bench, in a base where nobody outside is known yet. */
export async function setProvider(database: string, agreed: Agreed): Promise<void> {
  const stop = await boot(database)
  // The service is there once the application has booted
  const { default: encryption } = await import('@adonisjs/core/services/encryption')
  const secret = encryption.encrypt(agreed.secret, { purpose: 'outsiders.provider' })
  await stop()
  const client = masterOf(environmentFor(database))
  await client.connect()
  try {
    await client.query('delete from kernel.identity_providers')
    await client.query('delete from kernel.acquaintances')
    await client.query('delete from kernel.persons')
    await client.query(
      `insert into kernel.identity_providers (id, slug, label, kind, issuer, client_id, client_secret, scopes,
         acr_values, id_token_alg, userinfo_alg, has_pkce, opens_persons, opens_agents, is_enabled, seconds)
       values (gen_random_uuid(), $1, 'FranceConnect', 'franceconnect', $2, $3, $4,
         'openid identite_pivot preferred_username email', '{eidas1}', 'ES256', 'ES256', true, true, false, true, 20)`,
      [agreed.slug, agreed.issuer, agreed.id, secret]
    )
  } finally {
    await client.end()
  }
}

/** From now on a member knows everybody: it is told of each sign-in, as a town is of its inhabitants. */
export async function meetEverybody(database: string): Promise<void> {
  const client = masterOf(environmentFor(database))
  await client.connect()
  try {
    await client.query(
      `insert into kernel.acquaintances (tenant_id, id, person_id, how)
       select (select min(id::text)::uuid from kernel.tenants), gen_random_uuid(), id, 'counter'
       from kernel.persons on conflict do nothing`
    )
  } finally {
    await client.end()
  }
}
