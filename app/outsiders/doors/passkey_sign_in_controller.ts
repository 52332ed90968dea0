import type { HttpContext } from '@adonisjs/core/http'
import { answerOfKey, askForKey } from '#identity'
import { openByPasskey } from './passkey_door.js'

const DOOR = 'outside_challenge'

/** A key opens the door of the person who holds it. */
export default class PasskeySignInController {
  async options(ctx: HttpContext) {
    // Compared with nothing: it asks for a proof, and records nothing of others
    return askForKey(ctx, DOOR)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a person proves who she is
    const { challenge, answer } = answerOfKey(ctx, DOOR)
    return { next: await openByPasskey(ctx, challenge, answer) }
  }
}
