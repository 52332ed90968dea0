import { createHmac } from 'node:crypto'
import pg from 'pg'

/** The passwords of the two inner roles follow from the application's key: nothing to write down. */
const passwordOf = (role, key) => createHmac('sha256', key).update(role).digest('base64url')

/** Makes sure of the roles halle_app and halle_system: neither owns a table nor escapes a policy. */
export async function ensureRoles(url, key) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const urls = {}
  for (const role of ['halle_app', 'halle_system']) {
    const password = passwordOf(role, key)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const verb = rowCount ? 'alter' : 'create'
    await client.query(
      `${verb} role ${role} login nosuperuser nobypassrls nocreatedb password '${password}'`
    )
    const own = new URL(url)
    own.username = role
    own.password = password
    urls[role] = own.href
  }
  await client.end()
  return urls
}
