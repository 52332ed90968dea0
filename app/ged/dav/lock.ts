import { clock } from '#kernel/clock'
import { isUuid } from '#lib/values'
import { hrefOf } from './address.js'
import { type DavCall, mustReach } from './call.js'
import { BadCall, Forbidden, Locked, NoParent } from './errors.js'
import { locate, refuseTwin } from './locate.js'
import { locksAgainst, locksAt, refreshLocks, releaseLock, takeLock, tokenOf } from './locks.js'
import { refuseFault } from '../nodes/naming.js'
import { readLock } from './read_bodies.js'
import { lockAnswer } from './write_xml.js'

const USUAL_SECONDS = 600
const MOST_SECONDS = 3600

/** Locks an address, or prolongs a lock (RFC 4918 §9.10). Where nothing stands, nothing is made. */
export async function lock(call: DavCall): Promise<void> {
  const { ctx, address, actor } = call
  const found = await locate(call, address)
  const { node, place, space, isRoot } = found
  const where = { spaceId: space.id, names: address.names }
  const expiresAt = clock
    .now()
    .plus({ seconds: secondsOf(ctx.request.header('timeout')) })
    .toJSDate()
  const asked = await readLock(call.text)
  const isNew = asked !== null && !node && !isRoot
  if (!asked) answer(call, await refreshLocks(call, where, expiresAt), 200)
  else {
    mustReach(call, node?.accessId ?? place.accessId, isNew ? 'contributor' : 'editor')
    refuseTwin(found)
    if (isNew) refuseFault(found.name)
    const isDeep = ctx.request.header('depth') !== '0'
    const against = await locksAgainst(where, isDeep)
    if (against.some(({ isShared }) => !isShared || !asked.isShared)) throw Locked()
    const taken = await takeLock(where, { ...asked, isDeep, personId: actor.id, expiresAt })
    ctx.response.header('lock-token', `<${tokenOf(taken)}>`)
    answer(call, taken, isNew ? 201 : 200)
  }
}

function answer(
  { ctx, address }: DavCall,
  taken: Awaited<ReturnType<typeof takeLock>>,
  status: number
) {
  ctx.response.status(status).header('content-type', 'application/xml; charset=utf-8')
  ctx.response.send(lockAnswer([{ ...taken, href: hrefOf(address, false) }]))
}

/** « Second-4100000000 », « Infinite, Second-600 »: the first that is understood, bounded. */
function secondsOf(header: string | undefined): number {
  const [first = ''] = (header ?? '').split(',')
  if (/^\s*infinite\s*$/i.test(first)) return MOST_SECONDS
  const [, seconds] = /^\s*second-(\d{1,12})\s*$/i.exec(first) ?? []
  return seconds ? Math.min(MOST_SECONDS, Math.max(1, Number(seconds))) : USUAL_SECONDS
}

/** Gives a lock back (§9.11). */
export async function unlock(call: DavCall): Promise<void> {
  const [, id] =
    /^<urn:uuid:([^>]+)>$/.exec(call.ctx.request.header('lock-token')?.trim() ?? '') ?? []
  if (!id) throw BadCall()
  const { space } = await locate(call, call.address)
  const held = await locksAt({ spaceId: space.id, names: call.address.names })
  const lockHeld = isUuid(id) ? held.find((one) => one.id === id) : undefined
  if (!lockHeld) throw NoParent()
  if (lockHeld.personId !== call.actor.id) throw Forbidden()
  await releaseLock(id)
  call.ctx.response.status(204)
}
