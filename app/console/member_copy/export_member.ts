import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backupConfig } from '#config/backup'
import { clock } from '#kernel/clock'
import { tenantKeys } from '#kernel/documents/keys'
import { documentsStore } from '#kernel/documents/store'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { seal, type Lock } from '#lib/backup/sealed'
import { filesOf } from '#lib/uploads/pieces'
import { lines, packMember, unpackMember, writeJson, type MemberFacts } from './member_file.js'
import { schemaHere } from './schema_here.js'
import { memberTables } from './tables.js'

const AT_ONCE = 500

/**
 * Copies one member, alone, into a file, and reads it back. Everything is read in its context, as the
 * role of the pages: what is another's, the second wall does not show. Throws when a document is missing.
 */
export async function exportMember(tenant: Tenant, to: string, lock: Lock): Promise<MemberFacts> {
  const folder = join(backupConfig.aside, randomUUID())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const schema = await schemaHere()
    const facts = await tenancy.run(tenant.id, async () => {
      await tenancy.trx().rawQuery('set transaction isolation level repeatable read, read only')
      const tables = await copyRows(folder)
      await copyPeople(folder, tenant.id)
      const documents = await copyFiles(folder)
      const ring = await tenantKeys()
      const keys = [...ring.keys].map(([generation, key]) => [generation, key.toString('base64')])
      await writeFile(join(folder, 'keys.json'), seal(Buffer.from(JSON.stringify(keys)), lock))
      const { id, siren, name, slug } = tenant
      const at = clock.now().toISO()!
      return {
        format: 1 as const,
        tenant: { id, siren, name, slug },
        schema,
        at,
        tables,
        documents,
      }
    })
    await packMember(folder, facts, to)
    await unpackMember(to, `${folder}-back`)
    return facts
  } finally {
    for (const one of [folder, `${folder}-back`]) await rm(one, { recursive: true, force: true })
  }
}

async function copyRows(folder: string): Promise<MemberFacts['tables']> {
  const trx = tenancy.trx()
  const tables = []
  for (const { name } of (await memberTables()).flat()) {
    const file = await lines(folder, name)
    await trx.rawQuery(
      `declare rows cursor for select row_to_json(t)::text as line from ${name} t where tenant_id = ?`,
      [tenancy.tenantId()]
    )
    for (;;) {
      const { rows } = await trx.rawQuery(`fetch ${AT_ONCE} from rows`)
      if (rows.length === 0) break
      await file.add(rows.map(({ line }: { line: string }) => line))
    }
    await trx.rawQuery('close rows')
    tables.push({ name, rows: await file.end() })
  }
  return tables
}

/** The member, and who works there; what opens their accounts is theirs, and stays. */
async function copyPeople(folder: string, tenantId: string): Promise<void> {
  const trx = tenancy.trx()
  const { rows: people } = await trx.rawQuery(
    `select id, email, full_name from kernel.users where id in
       (select user_id from kernel.memberships where tenant_id = ?) order by id`,
    [tenantId]
  )
  const { rows } = await trx.rawQuery(
    'select to_jsonb(t) as row from kernel.tenants t where id = ?',
    [tenantId]
  )
  await writeJson(folder, 'member.json', { tenant: rows[0].row, people })
}

/** The encrypted files that its rows name: one a document, or its pieces. */
async function copyFiles(folder: string): Promise<number> {
  const store = await documentsStore()
  const rows = await tenancy
    .trx()
    .from('kernel.blobs')
    .where('tenant_id', tenancy.tenantId())
    .select('storage_key', 'pieces')
  for (const key of rows.flatMap((row) => filesOf(row.storage_key, row.pieces))) {
    const path = join(folder, 'documents', key)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(await store.open(key), createWriteStream(path, { mode: 0o600 }))
  }
  return rows.length
}
