import { tenancy } from '#kernel/tenancy'

/** A table of members' rows. */
export interface MemberTable {
  /** `kernel.documents` */
  name: string
  /** Those that are written: the base computes the others. */
  columns: string[]
}

/** Tables whose rows name each other, or themselves: they are written at once. */
export type Together = MemberTable[]

/** What was on its way when the copy was made is not taken up: it may have arrived. */
const LEFT_OUT = ['kernel.outbox', 'kernel.uploads', 'kernel.upload_pieces']

const TABLES = `
  select n.nspname || '.' || c.relname as name,
    (select array_agg(attname::text order by attnum) from pg_attribute
     where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
    (select coalesce(array_agg(distinct o.nspname || '.' || r.relname), '{}')
     from pg_constraint join pg_class r on r.oid = confrelid join pg_namespace o on o.oid = r.relnamespace
     where conrelid = c.oid and contype = 'f') as needs,
    has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert') as "isOurs"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
  order by 1`

/**
 * The tables in which a member has rows, as the base itself says, in the order in which they may be
 * written. Throws for
 * one that the role of the pages may not read or write: a copy that leaves a table out is no copy.
 */
export async function memberTables(): Promise<Together[]> {
  const { rows } = await tenancy.trx().rawQuery(TABLES)
  const left = rows.filter(({ name }: { name: string }) => !LEFT_OUT.includes(name))
  const kept = left.find(({ isOurs }: { isOurs: boolean }) => !isOurs)
  if (kept) throw new Error(`${kept.name} ne se copie pas avec son membre`)
  return inOrder(left)
}

interface Found {
  name: string
  columns: string[]
  needs: string[]
}

/** What a table needs, and what that needs, among those that are left. */
function reach(from: Found, left: Found[]): Set<string> {
  const seen = new Set<string>()
  const waiting = [from]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    for (const next of left.filter(({ name }) => one!.needs.includes(name) && !seen.has(name))) {
      seen.add(next.name)
      waiting.push(next)
    }
  }
  return seen
}

/** Each after those that its rows name; those that name each other in a circle together. */
function inOrder(tables: Found[]): Together[] {
  const order: Together[] = []
  let left = tables
  while (left.length > 0) {
    const reached = new Map(left.map((table) => [table.name, reach(table, left)]))
    const circleOf = ({ name }: Found) =>
      left.filter((one) => reached.get(name)!.has(one.name) && reached.get(one.name)!.has(name))
    const ready = left
      .map((table) => [table, ...circleOf(table).filter((one) => one !== table)])
      .find((circle) => {
        const names = circle.map(({ name }) => name)
        return circle.every(({ name }) =>
          [...reached.get(name)!].every((one) => names.includes(one))
        )
      })!
    order.push(ready.map(({ name, columns }) => ({ name, columns })))
    left = left.filter((table) => !ready.includes(table))
  }
  return order
}
