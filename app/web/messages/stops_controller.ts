import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../errors.js'
import { stopMails } from './choose.js'
import { personOfStop } from './stop_link.js'

/** Stops the mails of what waits, and no other: those that guard an account always leave. */
export default class StopsController {
  async show({ params, view }: HttpContext) {
    mustBeOurs(params.link)
    return view.render('messages/stop', { link: params.link, stopped: false })
  }

  async store({ params, view }: HttpContext) {
    // Compared with nothing: a mail program posts there without a page
    await stopMails(mustBeOurs(params.link))
    return view.render('messages/stop', { link: params.link, stopped: true })
  }
}

function mustBeOurs(link: string): string {
  const personId = personOfStop(link)
  if (!personId) throw new NotFound()
  return personId
}
