import type { HttpContext } from '@adonisjs/core/http'
import { establishmentsClaimedBy, establishmentsOf } from '#rooms/outsiders'
import { chosenCompany } from '../deposit/begin_pli.js'
import type { Beginner } from './begin.js'

/** For whom somebody asks, among the companies that she claims. @throws E_NOT_YOUR_COMPANY */
export async function beginnerOf({ door }: HttpContext, asked?: string): Promise<Beginner> {
  const claimed = await establishmentsClaimedBy(door.personId)
  const company = chosenCompany(claimed, door, asked)
  const held = await establishmentsOf(door.personId)
  return {
    personId: door.personId,
    company,
    isHeld: held.some(({ id }) => id === company.id),
  }
}
