import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import db from '@adonisjs/lucid/services/db'
import { backupConfig } from '#config/backup'
import { documentsConfig } from '#config/documents'
import { documentsStore } from '#kernel/documents/store'
import { tenancy } from '#kernel/tenancy'
import { unseal, type Opener } from '#lib/backup/sealed'
import { masterOf, wrapKey } from '#lib/cipher/wrapping'
import { filesOf } from '#lib/uploads/pieces'
import { isUuid } from '#lib/values'
import { readJson, unpackMember, type MemberFacts } from './member_file.js'
import { schemaHere } from './schema_here.js'
import { memberTables, type MemberTable, type Together } from './tables.js'

const AT_ONCE = 500

/** What stands in the way of a member that would come back. */
export class CannotRestore extends Error {}

/**
 * Brings one member back from its file, where it is not. Everything is written in its context, as the
 * role of the pages: a row that names another member is refused by the second wall, and nothing stays.
 */
export async function restoreMember(from: string, opener: Opener): Promise<MemberFacts> {
  const folder = join(backupConfig.aside, randomUUID())
  await mkdir(backupConfig.aside, { recursive: true, mode: 0o700 })
  try {
    const facts = await unpackMember(from, folder)
    const { tenant, people } = await readJson(folder, 'member.json')
    const keys = unseal(await readFile(join(folder, 'keys.json'), 'utf8'), opener)
    if (!isUuid(facts.tenant.id) || tenant.id !== facts.tenant.id)
      throw new CannotRestore('Ce fichier ne dit pas de qui il est la copie.')
    await refuseKnown(facts)
    await bringFiles(folder, facts.tenant.id)
    await tenancy.run(facts.tenant.id, async () => {
      await bringPeople(tenant, people)
      for (const together of await memberTables()) await bringRows(folder, together)
      await wrapAgain(JSON.parse(keys.toString('utf8')))
    })
    return facts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function refuseKnown({ tenant, schema }: MemberFacts): Promise<void> {
  const known = await db
    .connection('app')
    .from('kernel.tenants')
    .where('id', tenant.id)
    .orWhere('siren', tenant.siren)
    .orWhere('slug', tenant.slug)
    .first()
  if (known) throw new CannotRestore(`${known.name} (${known.siren}) est déjà ici.`)
  const here = await schemaHere()
  if (schema !== here)
    throw new CannotRestore(
      `La copie vient d’une base à « ${schema} », celle-ci est à « ${here} ».`
    )
}

/** People who have an account here keep it; the others choose a password. */
async function bringPeople(tenant: object, people: { id: string; email: string }[]): Promise<void> {
  const trx = tenancy.trx()
  for (const person of people) {
    const other = await trx
      .from('kernel.users')
      .where('email', person.email)
      .whereNot('id', person.id)
      .first()
    if (other) throw new CannotRestore(`${person.email} a ici un autre compte.`)
    await trx.insertQuery().table('kernel.users').insert(person).onConflict('id').ignore()
  }
  await trx.rawQuery(
    'insert into kernel.tenants select * from jsonb_populate_record(null::kernel.tenants, ?::jsonb)',
    [JSON.stringify(tenant)]
  )
}

/** Rows that may name each other: the base judges them at the end of the statement that writes them all. */
async function bringRows(folder: string, together: Together): Promise<void> {
  const isAlone = together.length === 1
  const written = await Promise.all(together.map((table) => rowsOf(folder, table)))
  const parts = written.map((rows, index) => ({ table: together[index], rows }))
  if (!isAlone) return writeRows(parts)
  const [{ table, rows }] = parts
  const step = (await namesItself(table.name)) ? rows.length || 1 : AT_ONCE
  for (let from = 0; from < rows.length; from += step)
    await writeRows([{ table, rows: rows.slice(from, from + step) }])
}

async function rowsOf(folder: string, { name }: MemberTable): Promise<string[]> {
  const text = await readFile(join(folder, 'rows', `${name}.jsonl`), 'utf8')
  return text.split('\n').filter(Boolean)
}

async function namesItself(name: string): Promise<boolean> {
  const { rows } = await tenancy
    .trx()
    .rawQuery(
      `select from pg_constraint where contype = 'f' and conrelid = confrelid and conrelid = ?::regclass`,
      [name]
    )
  return rows.length > 0
}

async function writeRows(parts: { table: MemberTable; rows: string[] }[]): Promise<void> {
  const inserts = parts.map(({ table: { name, columns } }, index) => {
    const list = columns.map((column) => `"${column}"`).join(', ')
    return `written_${index} as (insert into ${name} (${list})
      select ${list} from jsonb_populate_recordset(null::${name}, ?::jsonb))`
  })
  const values = parts.map(({ rows }) => `[${rows.join(',')}]`)
  await tenancy.trx().rawQuery(`with ${inserts.join(', ')} select 1`, values)
}

/** What rests whole is under `t`, what came in pieces under `u`. */
const isOf = (tenantId: string, key: string) =>
  ['t', 'u'].some((kind) => key.startsWith(`${kind}/${tenantId}/`)) && !key.includes('..')

/** Before the rows that name them; a file that a refusal leaves is named by nobody. */
async function bringFiles(folder: string, tenantId: string): Promise<void> {
  const store = await documentsStore()
  const input = createReadStream(join(folder, 'rows', 'kernel.blobs.jsonl'))
  for await (const line of createInterface({ input })) {
    const { storage_key: storageKey, pieces } = JSON.parse(line)
    for (const key of filesOf(storageKey, pieces)) {
      if (!isOf(tenantId, key)) throw new CannotRestore(`${key} n’est pas un fichier de ce membre.`)
      const path = join(backupConfig.aside, randomUUID())
      await copyFile(join(folder, 'documents', key), path)
      await store.putFile(key, path, (await stat(path)).size)
    }
  }
}

/** Its keys were under the secret of the platform that it comes from. */
async function wrapAgain(keys: [number, string][]): Promise<void> {
  const tenantId = tenancy.tenantId()
  const master = masterOf(documentsConfig.masterKey)
  for (const [generation, text] of keys) {
    const wrapped = wrapKey(Buffer.from(text, 'base64'), master, { tenantId, generation })
    await tenancy
      .trx()
      .from('kernel.tenant_keys')
      .where({ tenant_id: tenantId, generation })
      .update({ wrapped_key: wrapped })
  }
}
