import { SYSTEM, type Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { setEntry, takeEverywhere } from '../access/write_access.js'
import { refuseClosed } from '../closing/closed.js'
import { OwnTenant, PersonalSpace } from '../errors.js'
import type { Level } from '../rules/levels.js'
import { rootOf } from '../spaces/root_of.js'
import Space from '../spaces/space.js'

interface Sharing {
  /** The address of the space. */
  slug: string
  /** The member whose agents become guests. */
  guestId: string
  /** Null takes the space back: nothing of it was theirs. */
  level: Level | null
  by?: Actor
}

/**
 * Opens a space of the tenant in context to another member, changes what it may do there, or takes it
 * back. Nothing moves and nothing is copied. `noteOpening` then says so on the other side.
 * @throws E_GED_SPACE_MISSING, E_GED_SHARE_ITSELF, E_GED_SHARE_PERSONAL, E_GED_CLOSED
 */
export async function shareSpace({ slug, guestId, level, by = SYSTEM }: Sharing): Promise<Space> {
  const space = await Space.called(slug)
  if (guestId === tenancy.tenantId()) throw new OwnTenant()
  if (space.kind === 'personal') throw new PersonalSpace()
  const { accessId } = await rootOf(space.id)
  // The closed dossiers of rooms are read by whoever reads them there, and by nobody else
  await refuseClosed([accessId])
  const principal = { kind: 'member' as const, id: guestId }
  if (level) await setEntry(accessId, principal, level)
  else await takeEverywhere(space.id, principal)
  const key = { tenant_id: tenancy.tenantId(), space_id: space.id, guest_id: guestId }
  await tenancy.trx().from('ged.shares').where(key).delete()
  if (level) {
    const row = { ...key, level, at: clock.now().toJSDate() }
    await tenancy.trx().insertQuery().table('ged.shares').insert(row)
  }
  await journal.append({
    type: level ? 'ged.space_shared' : 'ged.space_taken_back',
    subject: { capability: 'ged', type: 'space', id: space.id },
    actor: by,
    data: { guest: guestId, ...(level && { level }) },
  })
  return space
}

/** Notes in the tenant in context that another member opened a space to it, or took it back. */
export async function noteOpening(
  { ownerId, spaceId }: { ownerId: string; spaceId: string },
  isOpen: boolean
): Promise<void> {
  const key = { tenant_id: tenancy.tenantId(), owner_id: ownerId, space_id: spaceId }
  await tenancy.trx().from('ged.guest_places').where(key).delete()
  if (!isOpen) return
  const row = { ...key, at: clock.now().toJSDate() }
  await tenancy.trx().insertQuery().table('ged.guest_places').insert(row)
}
