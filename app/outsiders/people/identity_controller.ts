import type { HttpContext } from '@adonisjs/core/http'
import { historyOf } from './told.js'
import { behind } from '#app/outsiders/wall/wall'
import { whatWeHold } from './what_we_hold.js'
import IdentityProvider from '#app/outsiders/providers/provider'
import { factLines, sourcesIn } from './person_words.js'

/** What we hold of her, each thing with its source and its date. */
export default class IdentityController {
  async show({ door, view }: HttpContext) {
    const held = await whatWeHold(door.personId)
    const providers = await IdentityProvider.query()
    const sourceInWords = sourcesIn(new Map(providers.map(({ issuer, label }) => [issuer, label])))
    return view.render('outsiders/people/identity', {
      held,
      lines: factLines(held, sourceInWords),
      sourceInWords,
      history: await behind({ person: door.personId }, () => historyOf(door.personId)),
    })
  }

  /** The same for a program of hers, in the words of the contract. */
  async json({ door }: HttpContext) {
    return whatWeHold(door.personId)
  }
}
