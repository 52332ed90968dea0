import type { HttpContext } from '@adonisjs/core/http'
import { hasService, isPermitted } from '#kernel/room'
import { workplacesOf } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { helpByRoom, helpPages } from '#web/help/pages'
import { inRailOrder, pageOfRoom } from '#web/menu'

/** « Plan du site » (RGAA 12.3): the pages of everybody, then those of whoever is known. */
export default class SiteMapController {
  async show({ auth, view }: HttpContext) {
    const person = (await auth.check()) ? auth.user! : null
    const workplaces = person ? await workplacesOf(person.id) : []
    const places = []
    for (const { tenantId, slug, name, roles } of workplaces) {
      const tenant = await tenants.byId(tenantId)
      if (tenant) places.push({ name, pages: pagesIn(tenant, slug, roles) })
    }
    return view.render('portal/site_map', {
      places,
      person,
      isOperator: person?.isOperator ?? false,
      consolePages: inRailOrder().flatMap((room) => room.consolePages ?? []),
      shelves: helpByRoom(helpPages()),
    })
  }
}

type Member = Parameters<typeof hasService>[0]

/** The first page of each service that a person may open somewhere. */
const pagesIn = (tenant: Member, slug: string, roles: string[]) =>
  inRailOrder().flatMap(({ name, label, home }) =>
    home && hasService(tenant, name) && isPermitted(roles, home.permission)
      ? [{ label, href: pageOfRoom(home.route, slug) }]
      : []
  )
