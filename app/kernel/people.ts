import { tenancy } from '#kernel/tenancy'

/** Persons are of the whole platform: they are read by the transaction in context all the same. */
export const people = {
  /** id -> full name of the persons named; unknown and absent ids are left out. */
  async names(ids: Iterable<string | null | undefined>): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)].filter((id): id is string => Boolean(id))
    if (wanted.length === 0) return new Map()
    const rows: { id: string; full_name: string }[] = await tenancy
      .trx()
      .from('kernel.users')
      .whereIn('id', wanted)
      .select('id', 'full_name')
    return new Map(rows.map(({ id, full_name: name }) => [id, name]))
  },
}
