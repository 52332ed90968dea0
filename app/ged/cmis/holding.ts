import { locksAt, releaseLock, takeLock, type Lock } from '../dav/locks.js'
import { clock } from '#kernel/clock'
import type { CmisCall } from './call.js'
import { NotCheckedOut, WorkedOn } from './errors.js'
import type { Thing } from './thing.js'

/** For how long what was checked out is kept from others. */
const HOURS = 8
/** What tells a lock of ours from those of WebDAV, whose owner is XML. */
const OWNER = 'cmis'

const placeOf = ({ space, names }: Thing) => ({ spaceId: space.id, names })
const isHers = ({ actor }: CmisCall, { owner, personId }: Lock) =>
  owner === OWNER && personId === actor.id

/** Throws updateConflict when something is locked, unless she checked it out herself. */
export async function mustBeFree(call: CmisCall, thing: Thing): Promise<void> {
  const held = await locksAt(placeOf(thing))
  if (held.some((lock) => !isHers(call, lock))) throw WorkedOn()
}

/** Keeps a document from others until it is checked in, or for eight hours. */
export async function checkOut(call: CmisCall, thing: Thing): Promise<void> {
  await mustBeFree(call, thing)
  await release(call, thing)
  const expiresAt = clock.now().plus({ hours: HOURS }).toJSDate()
  const lock = { isDeep: false, isShared: false, owner: OWNER, personId: call.actor.id, expiresAt }
  await takeLock(placeOf(thing), lock)
}

/** Gives it back. @throws versioning when she has not checked it out */
export async function checkBack(call: CmisCall, thing: Thing): Promise<void> {
  if (!(await release(call, thing))) throw NotCheckedOut()
}

async function release(call: CmisCall, thing: Thing): Promise<boolean> {
  const held = (await locksAt(placeOf(thing))).filter((lock) => isHers(call, lock))
  for (const { id } of held) await releaseLock(id)
  return held.length > 0
}
