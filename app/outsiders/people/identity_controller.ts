import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { historyOf } from './told.js'
import { behind } from '#app/outsiders/wall/wall'
import { whatWeHold } from './what_we_hold.js'
import { providerNames } from '#app/outsiders/providers/provider_names'
import { factLines, sourcesIn } from './person_words.js'

/** What we hold of her, each thing with its source and its date. */
export default class IdentityController {
  async show({ door, request, view }: HttpContext) {
    const after = cursorOf(request)
    const held = await whatWeHold(door.personId)
    const sourceInWords = sourcesIn(await providerNames())
    return view.render('outsiders/people/identity', {
      held,
      lines: await factLines(held, sourceInWords),
      sourceInWords,
      ...(await behind({ person: door.personId }, () => historyOf(door.personId, after))),
    })
  }

  /** The same for a program of hers, in the words of the contract. */
  async json({ door }: HttpContext) {
    return whatWeHold(door.personId)
  }
}
