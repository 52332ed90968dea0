import type { DateTime } from 'luxon'
import { tenancy } from '#kernel/tenancy'

const SHOWN = 100

/** A document or a folder as it stood on a day. */
export interface Stood {
  id: string
  kind: 'folder' | 'document'
  /** As it was called then. */
  name: string
  /** Its version of that day, « 1.2 »; null of a folder. */
  version: string | null
  /** It is in the trash now. */
  isGone: boolean
  /** It changed name or place since, before we kept where things had stood: this is what it is now. */
  isUnsure: boolean
}

interface Asked {
  folderId: string
  /** The last instant of the day. */
  at: DateTime
  /** The lists of rights below which she reads, and those below which she may put back from the trash. */
  lists: string[]
  editorLists: string[]
  after: string | null
}

/**
 * How those stood that were in a folder at an instant: first those whose past says so, then those
 * that have not changed since. Rights are those of today.
 */
const STOOD = `
  with past as (
    select distinct on (node_id) node_id, parent_id, name, was_discarded from ged.past_places
    where tenant_id = :tenant and until > :at and node_id in (
      select node_id from ged.past_places
      where tenant_id = :tenant and parent_id = :folder and until > :at)
    order by node_id, until, id),
  stood as (
    select nodes.*, past.name as name_then from past join ged.nodes as nodes
      on nodes.tenant_id = :tenant and nodes.id = past.node_id
      where past.parent_id = :folder and not past.was_discarded
    union all
    select nodes.*, nodes.name as name_then from ged.nodes as nodes
      where tenant_id = :tenant and parent_id = :folder and (deleted_at is null or deleted_at > :at)
        and not exists (select from ged.past_places as later where later.tenant_id = :tenant
          and later.node_id = nodes.id and later.until > :at))
  select stood.id, stood.kind, name_then as name, deleted_at is not null as "isGone",
    last.major || '.' || last.minor as version
  from stood left join lateral (
    select major, minor from ged.versions where tenant_id = :tenant and node_id = stood.id and at <= :at
    order by major desc, minor desc limit 1) as last on true
  where created_at <= :at and (:after::uuid is null or stood.id > :after::uuid)
    and access_id = any(case when deleted_at is null then :lists::uuid[] else :editors::uuid[] end)
  order by stood.id limit :most`

/** What a folder held at the end of a day, in the order of its filing. */
export async function folderOn(asked: Asked): Promise<{ lines: Stood[]; next: string | null }> {
  const { folderId, at, lists, editorLists, after } = asked
  const { rows } = await tenancy.trx().rawQuery(STOOD, {
    ...{ tenant: tenancy.tenantId(), folder: folderId, at: at.toISO(), after },
    ...{ lists, editors: editorLists, most: SHOWN + 1 },
  } as never)
  const page: Omit<Stood, 'isUnsure'>[] = rows.slice(0, SHOWN)
  const unsure = await changedUnseen(
    page.map(({ id }) => id),
    at
  )
  return {
    lines: page.map((line) => ({ ...line, isUnsure: unsure.has(line.id) })),
    next: rows.length > SHOWN ? page.at(-1)!.id : null,
  }
}

/**
 * Of some nodes, those that the journal says moved or renamed since, when nobody kept from where. The
 * clock of the base and ours tell the same gesture within the minute.
 */
async function changedUnseen(ids: string[], at: DateTime): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await tenancy.trx().rawQuery(
    `select distinct subject_id as id from kernel.journal_entries as entry
     where tenant_id = :tenant and capability = 'ged' and subject_id = any(:ids::uuid[])
       and type in ('ged.renamed', 'ged.moved') and at > :at
       and not exists (select from ged.past_places as kept where kept.tenant_id = :tenant
         and kept.node_id = entry.subject_id and kept.until > :at
         and kept.until <= entry.at + interval '1 minute')`,
    { tenant: tenancy.tenantId(), ids, at: at.toISO() } as never
  )
  return new Set(rows.map(({ id }: { id: string }) => id))
}
