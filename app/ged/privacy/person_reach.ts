import type { HttpContext } from '@adonisjs/core/http'
import { levelsFor } from '../access/allowed.js'
import { reaches } from '../rules/levels.js'

/** Below which lists of rights somebody looks for a person. */
export interface PersonReach {
  /** Those where she reads. */
  lists: string[]
  /** Of them, those where she may take back what is in the trash: elsewhere she does not see it. */
  restores: string[]
}

export async function personReach(ctx: Pick<HttpContext, 'membership'>): Promise<PersonReach> {
  const levels = await levelsFor(ctx)
  const lists = [...levels.keys()]
  return { lists, restores: lists.filter((id) => reaches(levels.get(id)!, 'editor')) }
}
