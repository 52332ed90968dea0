import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { people } from '#kernel/people'
import { roleLabel } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { replaceAccess } from '../nodes/move.js'
import Node from '../nodes/node.js'
import { subtreeOf } from '../nodes/paths.js'
import { LEVEL_WORDS, type Level } from '../rules/levels.js'
import { rootOf } from '../spaces/root_of.js'
import { calledReaders } from './room_readers.js'
import { type AccessEntry, type Principal, replaceEntries, writeOwnAccess } from './write_access.js'

/** What a list of rights grants. */
export async function entriesOf(listId: string): Promise<AccessEntry[]> {
  const rows = await tenancy
    .trx()
    .from('ged.access_entries')
    .where({ tenant_id: tenancy.tenantId(), list_id: listId })
    .orderBy(['principal_kind', 'principal'])
  return rows.map(({ principal_kind: kind, principal: id, level }) => ({
    principal: { kind, id },
    level,
  }))
}

/** The folder whose own rights hold for a place; null when they are those of the space. */
export async function sourceOf(accessId: string): Promise<Node | null> {
  const list = await tenancy
    .trx()
    .from('ged.access_lists')
    .where({ tenant_id: tenancy.tenantId(), id: accessId })
    .firstOrFail()
  return list.node_id ? Node.get(list.node_id) : null
}

/**
 * Gives a folder rights of its own, that hold for all that stands below it but for what has its own;
 * null has it obey again what stands above it.
 */
export async function setOwnRights(
  folder: Node,
  entries: AccessEntry[] | null,
  by: Actor
): Promise<void> {
  const below = await subtreeOf(folder.id)
  const isOwn = (await sourceOf(folder.accessId))?.id === folder.id
  if (entries && isOwn) await replaceEntries(folder.accessId, entries)
  else if (entries) {
    const own = await writeOwnAccess(folder.spaceId, folder.id, entries)
    await replaceAccess(below, folder.accessId, own)
  } else if (isOwn) {
    const above = folder.parentId ? await Node.get(folder.parentId) : await rootOf(folder.spaceId)
    await replaceAccess(below, folder.accessId, above.accessId)
    const lists = tenancy.trx().from('ged.access_lists')
    await lists.where({ tenant_id: tenancy.tenantId(), id: folder.accessId }).delete()
  }
  const type = entries ? 'ged.rights_set' : 'ged.rights_inherited'
  const data = {
    entries: (entries ?? []).map(
      ({ principal, level }) => `${principal.kind}:${principal.id}:${level}`
    ),
  }
  await journal.append({ type, subject: folder.ref, actor: by, data })
}

/** A right as a person reads it. */
export interface ToldRight {
  who: string
  level: string
  help: string
}

/** Who may do what at a place, in words. */
export async function toldRights(entries: AccessEntry[]): Promise<ToldRight[]> {
  const ids = entries.filter(({ principal }) => principal.kind === 'person')
  const names = await people.names(ids.map(({ principal }) => principal.id))
  const told = []
  for (const { principal, level } of entries) {
    told.push({ who: await nameOf(principal, names), ...wordsOf(level) })
  }
  return told
}

const wordsOf = (level: Level) => ({
  level: LEVEL_WORDS[level].label,
  help: LEVEL_WORDS[level].help,
})

async function nameOf({ kind, id }: Principal, names: Map<string, string>): Promise<string> {
  if (kind === 'role') return `Rôle « ${roleLabel(id)} »`
  if (kind === 'permission') return calledReaders(id)
  if (kind === 'person') return names.get(id) ?? 'Une personne partie'
  return `Invités : ${(await tenants.byId(id))?.name ?? 'une collectivité partie'}`
}
