import { findLikenesses } from '#app/outsiders/jobs/find_likenesses'
import Acquaintance, { knows } from './acquaintance.js'

/**
 * From now on the member in context knows her; said twice, it changes nothing. Records that look like
 * hers are looked for: who settles a doubt is whoever met her.
 */
export async function meet(personId: string, how: string): Promise<void> {
  if (await knows(personId)) return
  await Acquaintance.create({ personId, how })
  await findLikenesses.enqueue({ personId })
}
