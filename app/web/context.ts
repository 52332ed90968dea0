import type { Actor } from '#lib/proof'
import type { Membership, Place } from '#kernel/people/memberships'
import type { MenuItem } from '#web/menu'
import type { Tenant } from '#kernel/tenant'
import type User from '#kernel/people/user'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The tenant of the URL; present on every route of tenantRoutes and publicRoutes. */
    tenant: Tenant
    /** The place of the person in this tenant; absent on public routes. */
    membership: Membership
    /** She does not belong to the tenant, which opened something to her: see `guests.ts`. */
    isGuest?: boolean
    /** The person to whom the session belongs, as she was read with it. */
    sessionOwner?: User
    /** What stood of the member's public side when the page began to be drawn. */
    standing?: string
    /** Her place in the member of the page, read with the session; null when she has none there. */
    placeRead?: { tenantId: string; place: Place | null }
    /** The session was used a moment ago: neither its row nor its cookie need be written again. */
    sessionIsRecent?: boolean
    /** Who acts, for journals and transitions. */
    actor: Actor
    /** The rail of a page that belongs to no tenant: the operator's console. */
    menu?: MenuItem[]
    /** On a public page, the rooms that have something to show. */
    shownRooms?: Set<string>
    /** How many tasks waited for the person here when the request began. */
    tasksCount?: number
    /** A piece of a file, read before the transaction opened. */
    piece?: Buffer
    /** A form was sent and nothing heard it: the person was led elsewhere. */
    unheard?: boolean
    /** Whether the person's roles hold a permission here. */
    allows(permission: string): boolean
  }
}
