import type { HttpContext } from '@adonisjs/core/http'
import { isPermitted } from '#kernel/room'
import { runAsMember, workplacesOf, type Workplace } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { doorkeeper } from '#web/doorkeeper'
import { askRooms, drawnGroups, wordsOf } from '../ask_rooms.js'

/** One transaction each, one after the other: a page must not last for ever. */
const MOST_PLACES = 12
const MOST_EACH = 8

/** Search in all the collectivites where a person works, each behind its own wall. */
export default class WideSearchesController {
  async show(ctx: HttpContext) {
    const words = wordsOf(ctx)
    const everywhere = words ? await workplacesOf(ctx.auth.getUserOrFail().id) : []
    const places = []
    for (const place of everywhere.slice(0, MOST_PLACES)) {
      places.push({ place, ...(await searchIn(ctx, place, words)) })
    }
    const left = everywhere.slice(MOST_PLACES)
    return ctx.view.render('portal/wide_search', { words, places, left })
  }
}

/** What a place answers; nothing of it while its door asks for more than the person gave. */
async function searchIn({ auth, session }: HttpContext, { tenantId }: Workplace, words: string) {
  const tenant = await tenants.byId(tenantId)
  const shut = { groups: [], isShut: true }
  if (!tenant) return shut
  return runAsMember(tenantId, auth.getUserOrFail().id, async (membership) => {
    if (!membership || !doorkeeper().wouldLetIn({ tenant, membership, session })) return shut
    const allows = (permission: string) => isPermitted(membership.roles, permission)
    const groups = drawnGroups(await askRooms({ tenant, allows, membership }, words, MOST_EACH))
    return { groups, isShut: false }
  })
}
