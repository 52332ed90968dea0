import { holdersOf, type Holder } from '#rooms/parapheur'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { since } from '#lib/french/since'

/** Who holds an acte, where it is at a desk, and since when it is as it is. */
export interface WhereItIs {
  desk: string | null
  /** null of a draft that was never sent. */
  since: Date | null
}

/** Where each of these actes is; asked at once for a page of a list. */
export async function whereTheyAre(ids: string[]): Promise<Map<string, WhereItIs>> {
  const holders = await holdersOf('actes', ids)
  const moved = await tenancy
    .trx()
    .from('actes.acte_transitions')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('acte_id', ids)
    .groupBy('acte_id')
    .select('acte_id')
    .max('at as at')
  const movedAt = new Map<string, Date>(moved.map((row) => [row.acte_id, row.at]))
  return new Map(ids.map((id) => [id, whereIt(holders.get(id), movedAt.get(id))]))
}

const whereIt = (holder?: Holder, movedAt?: Date): WhereItIs => ({
  desk: holder?.desk ?? null,
  since: holder?.since ?? movedAt ?? null,
})

/** « Maire, depuis 3 jours », « depuis hier »; nothing of a draft that was never sent. */
export function whereInWords({ desk, since: at }: WhereItIs): string | undefined {
  const words = [desk, at && since(at, clock.now().toJSDate())].filter(Boolean)
  return words.join(', ') || undefined
}
