import type { HttpContext } from '@adonisjs/core/http'
import PersonSearch from '../privacy/person_search.js'
import { sendPerson } from '../privacy/send_person.js'

/** What is kept of a person, handed over. */
export default class PersonExportsController {
  async show(ctx: HttpContext) {
    await sendPerson(ctx, await PersonSearch.of(ctx.actor.id!, ctx.params.person))
  }
}
