import { holdersFrom, holdersQuery, type Holder } from '#rooms/parapheur'
import { tenancy } from '#kernel/tenancy'
import { since } from '#web/dates'

/** Who holds an acte, where it is at a desk, and since when it is as it is. */
export interface WhereItIs {
  desk: string | null
  /** null of a draft that was never sent. */
  since: Date | null
}

/** Asks where each of these actes is: at which desk, and when it moved last. */
export const whereQueries = (ids: string[]) => [holdersQuery('actes', ids), movesQuery(ids)]

const movesQuery = (ids: string[]) =>
  tenancy
    .trx()
    .from('actes.acte_transitions')
    .where('tenant_id', tenancy.tenantId())
    .whereRaw('acte_id = any(?)', [ids])
    .groupBy('acte_id')
    .select('acte_id')
    .max('at as at')

/** The rows of `whereQueries`, by acte. */
export function whereFrom(ids: string[], [held, moved]: any[][]): Map<string, WhereItIs> {
  const holders = holdersFrom(held)
  const movedAt = new Map<string, Date>(moved.map((row) => [row.acte_id, row.at]))
  return new Map(ids.map((id) => [id, whereIt(holders.get(id), movedAt.get(id))]))
}

const whereIt = (holder?: Holder, movedAt?: Date): WhereItIs => ({
  desk: holder?.desk ?? null,
  since: holder?.since ?? movedAt ?? null,
})

/** « Maire, depuis 3 jours », « depuis hier »; nothing of a draft that was never sent. */
export function whereInWords({ desk, since: at }: WhereItIs): string | undefined {
  const words = [desk, at && since(at)].filter(Boolean)
  return words.join(', ') || undefined
}
