import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import type { Level } from '../rules/levels.js'

/**
 * Whom a right is given to: a role here, a person, another member whose agents are guests, or those
 * who hold a permission of the room that a dossier comes from.
 */
export interface Principal {
  kind: 'role' | 'person' | 'member' | 'permission'
  id: string
}

export interface AccessEntry {
  principal: Principal
  level: Level
}

const table = (name: string) => tenancy.trx().insertQuery().table(`ged.${name}`)

/** Writes who may do what at the root of a space. Returns the identifier of the list. */
export const writeRootAccess = (spaceId: string, entries: AccessEntry[]): Promise<string> =>
  writeList({ spaceId, nodeId: null }, entries)

/** The same for a folder that breaks with what stands above it. */
export const writeOwnAccess = (
  spaceId: string,
  nodeId: string,
  entries: AccessEntry[]
): Promise<string> => writeList({ spaceId, nodeId }, entries)

async function writeList(
  { spaceId, nodeId }: { spaceId: string; nodeId: string | null },
  entries: AccessEntry[]
): Promise<string> {
  const [tenantId, id] = [tenancy.tenantId(), uuidv7()]
  await table('access_lists').insert({
    tenant_id: tenantId,
    id,
    space_id: spaceId,
    node_id: nodeId,
  })
  await replaceEntries(id, entries)
  return id
}

/** Puts some entries in the place of those of a list. */
export async function replaceEntries(listId: string, entries: AccessEntry[]): Promise<void> {
  const tenantId = tenancy.tenantId()
  await tenancy
    .trx()
    .from('ged.access_entries')
    .where({ tenant_id: tenantId, list_id: listId })
    .delete()
  if (entries.length === 0) return
  await table('access_entries').multiInsert(
    entries.map(({ principal, level }) => ({
      tenant_id: tenantId,
      list_id: listId,
      principal_kind: principal.kind,
      principal: principal.id,
      level,
    }))
  )
}

/** Gives one principal a level in a list, whatever she had; null takes it away. */
export async function setEntry(
  listId: string,
  { kind, id }: Principal,
  level: Level | null
): Promise<void> {
  const key = {
    tenant_id: tenancy.tenantId(),
    list_id: listId,
    principal_kind: kind,
    principal: id,
  }
  await tenancy.trx().from('ged.access_entries').where(key).delete()
  if (level) await table('access_entries').insert({ ...key, level })
}

/** Takes from one principal all that she has in a space, in the folders that have rights of their own too. */
export async function takeEverywhere(spaceId: string, { kind, id }: Principal): Promise<void> {
  await tenancy.trx().rawQuery(
    `delete from ged.access_entries as entry using ged.access_lists as list
     where entry.tenant_id = ? and list.tenant_id = entry.tenant_id and list.id = entry.list_id
       and list.space_id = ? and principal_kind = ? and principal = ?`,
    [tenancy.tenantId(), spaceId, kind, id]
  )
}
