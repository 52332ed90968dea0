import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { dossierClosed, roomsOfDossiers } from '#web/dossiers'

const AT_ONCE = 50

/** How far it went: a room by its name, and the last of its dossiers. */
interface Reached {
  room?: string
  after?: string | null
}

/**
 * Has what the rooms of a tenant had closed before there was a place for it told again, a few at a
 * time: each run says in its own transaction where the next one goes on, so that a cut loses nothing.
 */
export const takeUpDossiers = defineJob<Reached>({
  name: 'ged.take_up_dossiers',
  title: 'Ranger les dossiers clos avant l’ouverture de leur espace',
  queue: 'heavy',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'the operator runs it again from where it stands, and nothing is lost' },
  handle: ({ room, after = null }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const rooms = roomsOfDossiers()
      const rank = room ? rooms.findIndex(({ name }) => name === room) : 0
      const current = rooms[rank]
      if (!current) return
      const ids = await current.dossiers.closedAfter(after, AT_ONCE)
      for (const dossierId of ids) await dossierClosed.emit({ room: current.name, dossierId })
      const following = rooms[rank + 1]
      if (ids.length === AT_ONCE) {
        await takeUpDossiers.enqueue({ room: current.name, after: ids.at(-1)! })
      } else if (following) await takeUpDossiers.enqueue({ room: following.name })
    }),
})
