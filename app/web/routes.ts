import router from '@adonisjs/core/services/router'
import { middleware } from './middleware.js'

/** Why a route needs no login; the architecture suite reads it. */
export const publicReasons = new Map<string, string>()

/** A route's policy: the permission that the person must hold in the tenant. */
export const can = (permission: string) => middleware.can({ permission })

/**
 * For a page that is drawn of nothing but its member's row and of tables that tell of their changes
 * (`tellsPublicSql`): drawn once for all visitors, until one of these moves (decision 0091).
 */
export const kept = () => middleware.keep()

/**
 * The pages of a room for the agents of a tenant: `/c/:tenant/<room>/…`, names `<room>.…`.
 * Each request is one transaction in the tenant's name.
 */
export function tenantRoutes(room: string, declare: () => void, prefix = `/${room}`) {
  return router
    .group(declare)
    .prefix(`/c/:tenant${prefix}`)
    .as(room)
    .use([middleware.auth(), middleware.tenant({ room })])
}

/** The same for the pieces of files: each is read before the transaction begins. */
export function pieceRoutes(room: string, declare: () => void) {
  return router
    .group(declare)
    .prefix('/c/:tenant')
    .as(room)
    .use([middleware.auth(), middleware.piece(), middleware.tenant({ room })])
}

/**
 * The pages of a room that need no login: `/p/:tenant/<room>/…`, names `<room>.public.…`; closed until
 * the member opens its public side, unless they are always open.
 */
export function publicRoutes(
  room: string,
  reason: string,
  declare: () => void,
  prefix = `/${room}`,
  isAlwaysOpen = false
) {
  return router
    .group(declare)
    .prefix(`/p/:tenant${prefix}`)
    .as(`${room}.public`)
    .use(middleware.publicTenant({ reason, room, isAlwaysOpen }))
}

/** The pages of a person above her collectivites: her tasks, her account. Each reads only her own. */
export function personRoutes(declare: () => void) {
  return router.group(declare).use(middleware.auth())
}

/** Pages of the whole platform that need no login; `reason` says why. */
export function openRoutes(reason: string, declare: () => void) {
  return router.group(declare).use(middleware.open({ reason }))
}

/** The operator's console: `/exploitation/…`. */
export function operatorRoutes(declare: () => void) {
  return router
    .group(declare)
    .prefix('/exploitation')
    .as('operator')
    .use([middleware.auth(), middleware.operator()])
}
