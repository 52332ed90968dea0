import type { HttpContext } from '@adonisjs/core/http'
import { answerOfKey, askForKey } from '#identity/factors/passkey_challenge'
import { personOfPasskey } from '#identity/factors/passkey_login'
import { openSession } from '#identity/login/open_session'
import { attemptPasskey } from '#identity/login/throttle'

const DOOR = 'passkey_challenge'

export default class PasskeyLoginController {
  async options(ctx: HttpContext) {
    // Compared with nothing: it asks for a proof, and records nothing of others
    return askForKey(ctx, DOOR)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a person proves who she is
    const { challenge, answer } = answerOfKey(ctx, DOOR)
    const succeeded = await attemptPasskey(ctx)
    const user = await personOfPasskey(challenge, answer)
    await succeeded()
    ctx.session.forget('second_step')
    return { next: await openSession(ctx, user, 'passkey') }
  }
}
