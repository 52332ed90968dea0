import type { HttpContext } from '@adonisjs/core/http'
import { waitingAs } from '#app/outsiders/doors/who_signs_in'
import { passkeysOf } from '#app/outsiders/doors/passkey_door'
import { placesOf } from '#app/outsiders/doors/switch'
import { behind } from '#app/outsiders/wall/wall'
import { spaceOf } from './space.js'

/** The home of somebody who is no agent, above the members. */
export default class HomeController {
  async show({ door, view }: HttpContext) {
    const { personId } = door
    const ways = await waitingAs(personId)
    const keys = await behind({ person: personId }, () => passkeysOf(personId))
    return view.render('outsiders/people/home', {
      door,
      hasOnlyLetters: !ways?.password && !ways?.paperCode && keys.length === 0 && !door.provider,
      places: await placesOf(personId),
      links: await spaceOf(door),
    })
  }
}
