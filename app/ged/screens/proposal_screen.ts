import type { HttpContext } from '@adonisjs/core/http'
import { day } from '#web/dates'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import { proposalsFor } from '../learning/proposals.js'

/** What is proposed of some documents to the person of a request, with its two answers. */
export async function proposalsOn(ctx: HttpContext, ids: string[]) {
  const lists = [...(await levelsFor(ctx)).keys()]
  const proposals = await proposalsFor(ids, lists, day)
  return new Map(
    [...proposals].map(([id, { says, key }]) => {
      const at = here('ged.proposals.store', { tenant: ctx.tenant, id })
      return [
        id,
        { says, accepts: `${at}?key=${key}`, silences: `${at}?_method=DELETE&key=${key}` },
      ]
    })
  )
}
