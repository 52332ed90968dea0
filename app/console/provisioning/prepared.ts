import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { systemDb } from '#kernel/system'

const MARK = 'kernel.prepared'
const FOLDERS = ['app', 'database', 'tenants']

/** The digest of everything that prepares a base: when it is the same, there is nothing to do. */
export function digestOfSources(demo: boolean): string {
  const hash = createHash('sha256').update(String(demo))
  for (const folder of FOLDERS) {
    const root = app.makePath(folder)
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile()
    )
    for (const path of files.map((one) => join(one.parentPath, one.name)).toSorted()) {
      hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** Whether this very base was prepared by these sources: the mark lives in it, not beside it. */
export async function isPrepared(digest: string): Promise<boolean> {
  const { rows } = await systemDb().rawQuery(
    `select to_regclass('kernel.heartbeats') is not null as known`
  )
  if (!rows[0].known) return false
  const mark = await systemDb().from('kernel.heartbeats').where('name', MARK).first()
  return mark?.details?.digest === digest
}

export async function markPrepared(digest: string): Promise<void> {
  await systemDb().rawQuery(
    `insert into kernel.heartbeats (name, at, details) values (?, now(), ?)
     on conflict (name) do update set at = now(), details = excluded.details`,
    [MARK, JSON.stringify({ digest })]
  )
}
