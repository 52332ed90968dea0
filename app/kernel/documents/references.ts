import { tenancy } from '#kernel/tenancy'

/** A column of a room whose values are documents. */
export interface ReferringColumn {
  /** The schema, which has the name of the room. */
  room: string
  table: string
  column: string
  /** Many in one value: an array, or JSON. */
  isList: boolean
}

/**
 * Where the base keeps documents: what is a key towards them, and what is named `document_id` and is
 * no key towards anything else in a room. What follows a document to its end (`on delete cascade`) holds none.
 */
export async function referringColumns(): Promise<ReferringColumn[]> {
  const { rows } = await tenancy.trx().rawQuery(
    `select space.nspname as room, space.nspname || '.' || class.relname as table,
       field.attname as column, field.atttypid <> 'uuid'::regtype as "isList"
     from pg_attribute field join pg_class class on class.oid = field.attrelid
       join pg_namespace space on space.oid = class.relnamespace
     where class.relkind in ('r', 'p') and field.attnum > 0 and not field.attisdropped
       and case when exists (select from pg_constraint key where ${KEY})
         then exists (select from pg_constraint key where ${KEY} and field.attname <> 'tenant_id'
           and confrelid = 'kernel.documents'::regclass and confdeltype <> 'c')
         else space.nspname <> 'kernel' and field.attname ~ '(^|_)document_id(s|)$'
           and field.atttypid in ('uuid'::regtype, 'uuid[]'::regtype, 'jsonb'::regtype) end
     order by 1, 2, 3`
  )
  return rows
}

const KEY = `contype = 'f' and conrelid = class.oid and field.attnum = any(conkey)`

/** The rooms that refer to a document of the tenant in context, in the order of the alphabet. */
export async function roomsReferringTo(id: string): Promise<string[]> {
  const columns = await referringColumns()
  if (columns.length === 0) return []
  const questions = columns.map(
    ({ room, table, column, isList }) =>
      `select '${room}' as room where exists (select from ${table} where tenant_id = :tenant
         and ${isList ? `"${column}"::text like '%' || :id || '%'` : `"${column}" = :id::uuid`})`
  )
  const { rows } = await tenancy
    .trx()
    .rawQuery(`select distinct room from (${questions.join(' union all ')}) as found order by 1`, {
      tenant: tenancy.tenantId(),
      id,
    } as never)
  return rows.map(({ room }: { room: string }) => room)
}
