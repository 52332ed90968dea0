import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { askToSignIn } from '#web/forms/ask_to_sign_in'
import { refuseProgram } from '#web/refuse_program'
import { doorAside, doorOf, type Door } from './door.js'
import { takeDoor } from './open_door.js'
import { placesOf } from './switch.js'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The door of somebody outside; present on every route of `outsiderRoutes`. */
    door: Door
  }
}

/** The pages of somebody who is no agent: an agent who is there must change doors first. */
export default class OutsiderMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.response.header('cache-control', 'private, no-store')
    const door = await standingDoor(ctx)
    if (door) {
      ctx.door = door
      ctx.actor = { kind: 'outside', id: door.personId }
      return next()
    }
    if (refuseProgram(ctx)) return
    if (!doorAside(ctx.session)) return askToSignIn(ctx)
    if (ctx.request.method() === 'GET') ctx.session.put('wanted_outside', ctx.request.url(true))
    return ctx.response.redirect('/moi/porte')
  }
}

/** The door, as it still stands: whoever no longer acts for an establishment is herself again, and told. */
async function standingDoor(ctx: HttpContext): Promise<Door | null> {
  const door = doorOf(ctx.session)
  if (!door?.establishment) return door
  const { establishment, ...own } = door
  const held = await placesOf(door.personId)
  if (held.some(({ establishmentId }) => establishmentId === establishment.id)) return door
  takeDoor(ctx, own)
  ctx.session.flash('notice', `Vous n’agissez plus pour « ${establishment.name} ».`)
  return own
}
