import type { HttpContext } from '@adonisjs/core/http'
import { hearCallback, type Heard } from '../flows/hear_callback.js'

/** No page is drawn for a program, and no word tells which part of its signature was wrong. */
const ANSWERS: Record<Exclude<Heard, 'heard'>, [status: number, message: string]> = {
  unsigned: [
    400,
    'Cet appel n’est pas signé : envoyez Afnor-Signature et Afnor-Signature-Timestamp, comme XP Z12-013 le demande.',
  ],
  forged: [
    401,
    'Cet appel n’est pas signé par la plateforme que nous attendions, ou il n’est plus de son heure : signez-le de nouveau avec la clé qui vous a été donnée.',
  ],
}

/** What the approved platform calls when a flow moves (XP Z12-013). */
export default class CallbacksController {
  async store({ params, request, response }: HttpContext) {
    // Compared with nothing: the same call twice is written down once
    const heard = await hearCallback(params.door, {
      payload: request.raw() ?? '',
      signature: request.header('afnor-signature', '')!,
      timestamp: request.header('afnor-signature-timestamp', '')!,
    })
    if (heard === 'heard') return response.noContent()
    const [status, message] = ANSWERS[heard]
    return response.status(status).json({ message })
  }
}
