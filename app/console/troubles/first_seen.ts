import { systemDb } from '#kernel/system'

const PREFIX = 'trouble.'

interface Seen {
  name: string
  works: boolean | null
}

const troubleRows = () => systemDb().from('kernel.heartbeats').whereLike('name', `${PREFIX}%`)

/**
 * Remembers since when each check fails, by the clock of the base; what works again is forgotten.
 * Nothing when the base itself does not answer.
 */
export async function firstSeen(checks: Seen[]): Promise<Record<string, Date>> {
  const failing = checks.filter(({ works }) => works === false).map(({ name }) => PREFIX + name)
  try {
    for (const name of failing)
      await systemDb().rawQuery(
        'insert into kernel.heartbeats (name, at) values (?, now()) on conflict do nothing',
        [name]
      )
    await troubleRows().whereNotIn('name', failing).delete()
    const rows: { name: string; at: Date }[] = await troubleRows()
    return Object.fromEntries(rows.map(({ name, at }) => [name.slice(PREFIX.length), at]))
  } catch {
    return {}
  }
}
