import Delegation from '../models/delegation.js'
import Desk from '../models/desk.js'
import { ownersOf } from './people.js'

/** Those of whom every desk is replaced today: somebody who still sits at one is not away. */
export async function absentPeople(): Promise<Set<string>> {
  const replaced = new Set((await Delegation.today()).map(({ deskId }) => deskId))
  if (replaced.size === 0) return new Set()
  const away = new Set<string>()
  const here = new Set<string>()
  for (const { id } of await Desk.all()) {
    for (const owner of await ownersOf(id)) (replaced.has(id) ? away : here).add(owner.id)
  }
  return away.difference(here)
}
