import pg from 'pg'
import type { Told } from './traffic.js'

/** Among what people were told to be done, what the base holds, with the digest of what they gave. */
export async function foundIn(databaseUrl: string, told: Told[]): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select actes.id, blobs.sha256 from actes.actes
       join kernel.blobs using (tenant_id) where actes.id = any($1) and blobs.sha256 = any($2)`,
      [told.map(({ id }) => id), told.map(({ sha256 }) => sha256)]
    )
    const held = new Set(rows.map(({ id, sha256 }) => `${id} ${sha256}`))
    return new Set(told.filter(({ id, sha256 }) => held.has(`${id} ${sha256}`)).map(({ id }) => id))
  } finally {
    await client.end()
  }
}
