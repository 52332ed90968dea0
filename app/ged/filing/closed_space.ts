import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { roomsOfDossiers } from '#web/dossiers'
import { holdersOf } from '../access/room_readers.js'
import { takeUpDossiers } from '../jobs/take_up_dossiers.js'
import { openedOnce } from '../spaces/opened_once.js'
import Space from '../spaces/space.js'

export const CLOSED_NAME = 'Dossiers clos'
const ADDRESS = 'dossiers-clos'

/**
 * Where the closed dossiers of rooms stand; opened when it is not there. What rooms had closed
 * before is then taken up.
 */
export const closedSpace = (): Promise<Space> => openedOnce({ kind: 'system' }, open)

async function open(): Promise<Space> {
  const readers = [...new Set(roomsOfDossiers().map(({ permission }) => permission))]
  const space = await Space.open(
    { slug: await freeAddress(), name: CLOSED_NAME, kind: 'system' },
    readers.map((permission) => ({ principal: holdersOf(permission), level: 'reader' }))
  )
  await closeList({ space_id: space.id, node_id: null })
  await takeUpDossiers.enqueue({}, { dedupeKey: 'ged.take_up_dossiers' })
  return space
}

/** Nobody lays anything there, whatever her rights elsewhere. */
export async function closeList(which: Record<string, string | null>): Promise<void> {
  const lists = tenancy.trx().from('ged.access_lists').where('tenant_id', tenancy.tenantId())
  await lists.where(which).update({ closed_at: clock.now().toJSDate() })
}

/** People may have taken the address for a space of their own. */
async function freeAddress(): Promise<string> {
  const taken = await Space.query().where('slug', 'like', `${ADDRESS}%`).select('slug')
  const slugs = new Set(taken.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? ADDRESS : `${ADDRESS}-${number}`
    if (!slugs.has(slug)) return slug
  }
}
