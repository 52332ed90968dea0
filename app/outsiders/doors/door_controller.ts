import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { agentAside, type Door, doorKind } from './door.js'
import { changeDoor, placesOf, type Target } from './switch.js'

const form = vine.create({
  door: vine.enum(['agent', 'person', 'organisation']),
  establishment: vine.string().uuid().optional(),
})

/** Beyond, she looks for the place in the list of hers. */
const SHOWN = 8

/** Which door one is at, and the others that this session opened. */
export default class DoorController {
  async show({ session, view, auth }: HttpContext) {
    const door: Door | undefined = session.get('outsider')
    const isAgent = await auth.check()
    const places = door ? await placesOf(door.personId) : []
    return view.render('outsiders/doors/doors', {
      door: door ?? null,
      kind: doorKind(session),
      hasAgent: isAgent || agentAside(session) !== null,
      places: places.slice(0, SHOWN),
      others: Math.max(0, places.length - SHOWN),
    })
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: a door that this session opened, at her click
    const { door, establishment } = await ctx.request.validateUsing(form)
    const target: Target =
      door === 'organisation' ? { kind: door, id: establishment ?? '' } : { kind: door }
    return ctx.response.redirect(await changeDoor(ctx, target))
  }
}
