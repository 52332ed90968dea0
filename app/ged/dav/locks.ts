import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { pathKeyOf } from './address.js'
import type { DavCall } from './call.js'
import { Failed, Locked } from './errors.js'
import { readIf, tokensIn } from './if_header.js'

/** Where locks are looked for: an address of a space. */
export interface LockedPlace {
  spaceId: string
  names: string[]
}

export interface Lock {
  id: string
  path: string
  isDeep: boolean
  isShared: boolean
  owner: string | null
  personId: string
  expiresAt: Date
}

const TOKEN = 'urn:uuid:'
export const tokenOf = ({ id }: Lock): string => `${TOKEN}${id}`

const table = () => tenancy.trx().from('ged.locks').where('tenant_id', tenancy.tenantId())

/** The locks of some spaces that hold now, by space. */
export async function heldInEach(spaceIds: string[]): Promise<Map<string, Lock[]>> {
  const held = new Map<string, Lock[]>()
  if (spaceIds.length === 0) return held
  const rows = await table()
    .whereIn('space_id', [...new Set(spaceIds)])
    .where('expires_at', '>', clock.now().toJSDate())
  for (const row of rows) held.set(row.space_id, [...(held.get(row.space_id) ?? []), lockOf(row)])
  return held
}

const heldIn = async (spaceId: string) => (await heldInEach([spaceId])).get(spaceId) ?? []

const lockOf = (row: any): Lock => ({
  ...{ id: row.id, path: row.path, isDeep: row.is_deep, isShared: row.is_shared },
  ...{ owner: row.owner, personId: row.person_id, expiresAt: row.expires_at },
})

const covers = ({ path, isDeep }: Lock, key: string) =>
  path === key || (isDeep && (path === '' || key.startsWith(`${path}/`)))
const isBelow = ({ path }: Lock, key: string) =>
  key === '' ? path !== '' : path.startsWith(`${key}/`)

/** Those of a space's locks that hold at an address within it. */
export function holdingAt(names: string[], locks: Lock[]): Lock[] {
  const key = pathKeyOf(names)
  return locks.filter((lock) => covers(lock, key))
}

/** The locks that hold at an address. */
export const locksAt = async ({ spaceId, names }: LockedPlace): Promise<Lock[]> =>
  holdingAt(names, await heldIn(spaceId))

/** The locks that keep one from being taken: those that hold there, and below for one that is deep. */
export async function locksAgainst({ spaceId, names }: LockedPlace, isDeep: boolean) {
  const key = pathKeyOf(names)
  const held = await heldIn(spaceId)
  return held.filter((lock) => covers(lock, key) || (isDeep && isBelow(lock, key)))
}

/**
 * Throws 423 when something that is to be changed is locked, unless its lock is hers and submitted;
 * of shared locks one is enough. `isWhole`: all that stands below changes too; `isMember`: a name
 * appears or goes, which the lock of the folder holds.
 */
export async function mustBeFree(
  { ctx, actor }: DavCall,
  { spaceId, names }: LockedPlace,
  { isWhole = false, isMember = false } = {}
): Promise<void> {
  const held = await heldIn(spaceId)
  if (held.length === 0) return
  const submitted = tokensIn(readIf(ctx.request.header('if')))
  const isHers = (lock: Lock) => lock.personId === actor.id && submitted.has(tokenOf(lock))
  const key = pathKeyOf(names)
  const above = pathKeyOf(names.slice(0, -1))
  const groups = [held.filter((lock) => covers(lock, key))]
  if (isMember) groups.push(held.filter((lock) => covers(lock, above)))
  if (isWhole) groups.push(...held.filter((lock) => isBelow(lock, key)).map((lock) => [lock]))
  if (groups.some((group) => group.length > 0 && !group.some(isHers))) throw Locked()
}

/** Writes a lock of an address. */
export async function takeLock(
  { spaceId, names }: LockedPlace,
  lock: Pick<Lock, 'isDeep' | 'isShared' | 'owner' | 'personId' | 'expiresAt'>
): Promise<Lock> {
  const row = {
    ...{ tenant_id: tenancy.tenantId(), id: uuidv7(), space_id: spaceId, path: pathKeyOf(names) },
    ...{ is_deep: lock.isDeep, is_shared: lock.isShared, owner: lock.owner },
    ...{ person_id: lock.personId, expires_at: lock.expiresAt },
  }
  await table().where('expires_at', '<=', clock.now().toJSDate()).delete()
  await tenancy.trx().insertQuery().table('ged.locks').insert(row)
  return lockOf(row)
}

/** Those of some tokens that hold at an address, prolonged. Throws 412 when none does. */
export async function refreshLocks(
  call: DavCall,
  place: LockedPlace,
  expiresAt: Date
): Promise<Lock> {
  const submitted = tokensIn(readIf(call.ctx.request.header('if')))
  const lock = (await locksAt(place)).find(
    (one) => submitted.has(tokenOf(one)) && one.personId === call.actor.id
  )
  if (!lock) throw Failed()
  await table().where('id', lock.id).update({ expires_at: expiresAt })
  return { ...lock, expiresAt }
}

export const releaseLock = (id: string) => table().where('id', id).delete()

/** Forgets the locks of what goes from an address (§7.5, §9.9.4). */
export async function releaseBelow({ spaceId, names }: LockedPlace): Promise<void> {
  const key = pathKeyOf(names)
  const gone = (await heldIn(spaceId)).filter((lock) => lock.path === key || isBelow(lock, key))
  await table()
    .whereIn(
      'id',
      gone.map(({ id }) => id)
    )
    .delete()
}
