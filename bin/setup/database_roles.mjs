import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** The file that `docs/operations.md` names: what an installer runs, our own servers are made of. */
export const ROLES_FILE = path.resolve(import.meta.dirname, '../../database/roles.sql')
export const OWNER = 'halle_owner'

const INNER = ['halle_app', 'halle_system']
const NAMES = [OWNER, ...INNER, 'halle_backup']

/** Their passwords follow from the application's key: nothing to write down. */
const passwordOf = (role, key) => createHmac('sha256', key).update(role).digest('base64url')

const urlAs = (url, username, password) => Object.assign(new URL(url), { username, password }).href

async function asAdmin(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Two starts at once would change the same rows of the catalogue.
    await client.query('select pg_advisory_lock(7007)')
    return await work(client)
  } finally {
    await client.end()
  }
}

async function givePasswords(client, url, names, key) {
  const urls = {}
  for (const role of names) {
    const password = passwordOf(role, key)
    await client.query(`alter role ${role} password '${password}'`)
    urls[role] = urlAs(url, role, password)
  }
  return urls
}

/** On a server of ours, whose superuser `url` names: the roles of the file; returns the URL of each. */
export const makeRoles = (url, key) =>
  asAdmin(url, async (client) => {
    await client.query(fs.readFileSync(ROLES_FILE, 'utf8'))
    return givePasswords(client, url, NAMES, key)
  })

/** On a server that was given to us with its owner only: makes sure of halle_app and halle_system. */
export const makeInnerRoles = (url, key) =>
  asAdmin(url, async (client) => {
    for (const role of INNER) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = rowCount ? 'alter' : 'create'
      await client.query(`${verb} role ${role} login nosuperuser nobypassrls nocreatedb`)
    }
    return givePasswords(client, url, INNER, key)
  })

/** Who owns the database of `url`: one that was made before the file belongs to the superuser. */
export const ownerOf = (url) =>
  asAdmin(url, async (client) => {
    const { rows } = await client.query(
      'select pg_get_userbyid(datdba) as name from pg_database where datname = current_database()'
    )
    return rows[0].name
  })
