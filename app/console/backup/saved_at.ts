import { systemDb } from '#kernel/system'

const MARK = 'console.backup'

/** Says in the base when what was last saved was so: of that moment, not of now. */
export async function markSaved(at: string, point: string): Promise<void> {
  await systemDb().rawQuery(
    `insert into kernel.heartbeats (name, at, details) values (?, ?, ?)
     on conflict (name) do update set at = excluded.at, details = excluded.details`,
    [MARK, at, JSON.stringify({ point })]
  )
}

/** The last moment that was saved whole; null when none ever was. */
export async function savedAt(): Promise<Date | null> {
  const row = await systemDb().from('kernel.heartbeats').where('name', MARK).first()
  return row?.at ?? null
}
