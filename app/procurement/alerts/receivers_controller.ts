import type { HttpContext } from '@adonisjs/core/http'
import { dropReceiver, nameReceiver, tryReceiver } from './own_receiver.js'
import { OWN_SEARCHES, showSecret } from './own_searches_controller.js'
import { receiverForm } from './search_form.js'

/** The program of her company that somebody has told of what a search finds. */
export default class ReceiversController {
  /** Its secret is shown in this answer only. */
  async store(ctx: HttpContext) {
    // Compared with nothing: her own program, whose secret is drawn anew each time
    const { webhook } = await ctx.request.validateUsing(receiverForm)
    const { alert, secret } = await nameReceiver(ctx.door.personId, ctx.params.alert, webhook)
    return showSecret(ctx, alert.id, secret)
  }

  async try({ door, params, response, session }: HttpContext) {
    // Compared with nothing: it says nothing, but that we can reach it
    await tryReceiver(door.personId, params.alert)
    session.flash('success', 'Un essai part vers votre logiciel : rechargez cette page.')
    return response.redirect(`${OWN_SEARCHES}/${params.alert}`)
  }

  async destroy({ door, params, response, session }: HttpContext) {
    // Compared with nothing: a program is told, or is not
    await dropReceiver(door.personId, params.alert)
    session.flash('success', 'Votre logiciel n’est plus prévenu.')
    return response.redirect(`${OWN_SEARCHES}/${params.alert}`)
  }
}
