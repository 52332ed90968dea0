import { demoMembers } from './library.js'
import { simulatorsAnswer } from './simulators.js'
import { openRooms } from './settings.js'
import { syncTenants } from './sync.js'

type Say = (sentence: string) => void

/**
 * Raises the territory of the demonstration, then lets each room fill it. Returns false when the
 * rooms could not be filled for want of simulators: the next start tries again.
 */
export async function prepareDemo(say: Say): Promise<boolean> {
  const members = await demoMembers()
  const done = await syncTenants({
    members,
    onDone: ({ tenant, changes }) => {
      if (changes.length > 0) say(`${tenant.name} : ${changes.length} changements`)
    },
  })
  const sirens = new Set(members.map((member) => member.siren))
  const places = done.map(({ tenant }) => tenant).filter((tenant) => sirens.has(tenant.siren))
  const seeds = places.flatMap((tenant) =>
    openRooms(tenant.settings.services).flatMap((room) => (room.seedDemo ? [{ tenant, room }] : []))
  )
  if (seeds.length === 0) return true
  if (!(await simulatorsAnswer())) {
    say('Les simulateurs ne répondent pas : les exemples seront préparés au prochain démarrage.')
    return false
  }
  for (const { tenant, room } of seeds) {
    for (const sentence of await room.seedDemo!(tenant)) say(`${tenant.name} : ${sentence}`)
  }
  return true
}
