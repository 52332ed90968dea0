import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { roomsOfDossiers } from '#web/dossiers'
import { fileDossier } from '../filing/file_dossier.js'

const AT_ONCE = 20

/** How far it went: a room by its name, and the last of its dossiers. */
interface Reached {
  room?: string
  after?: string | null
}

/**
 * Files what the rooms of a tenant had closed before there was a place for it, a few at a time: each
 * run says where the next one goes on, and what a cut undoes is done again.
 */
export const takeUpDossiers = defineJob<Reached>({
  name: 'ged.take_up_dossiers',
  title: 'Ranger les dossiers clos avant l’ouverture de leur espace',
  queue: 'heavy',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'the operator runs it again from where it stands, and nothing is lost' },
  async handle({ room, after = null }, { tenantId }) {
    const rooms = roomsOfDossiers()
    const rank = room ? rooms.findIndex(({ name }) => name === room) : 0
    const current = rooms[rank]
    if (!current) return
    const ids = await tenancy.run(tenantId, () => current.dossiers.closedAfter(after, AT_ONCE))
    for (const id of ids) await tenancy.run(tenantId, () => fileDossier(current.name, id))
    const next: Reached | null =
      ids.length === AT_ONCE
        ? { room: current.name, after: ids.at(-1)! }
        : rooms[rank + 1]
          ? { room: rooms[rank + 1].name }
          : null
    if (next) await tenancy.run(tenantId, () => takeUpDossiers.enqueue(next))
  },
})
