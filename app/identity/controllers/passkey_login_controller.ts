import type { HttpContext } from '@adonisjs/core/http'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { PasskeyRefused } from '#identity/errors'
import { loginOptions, personOfPasskey } from '#identity/factors/passkey_login'
import { openSession } from '#identity/login/open_session'
import { attemptPasskey } from '#identity/login/throttle'

export default class PasskeyLoginController {
  async options({ session }: HttpContext) {
    const options = await loginOptions()
    session.put('passkey_challenge', options.challenge)
    return options
  }

  async store(ctx: HttpContext) {
    const challenge: string | null = ctx.session.pull('passkey_challenge')
    const answer = ctx.request.body() as AuthenticationResponseJSON
    if (!challenge || typeof answer.id !== 'string') throw new PasskeyRefused()
    const succeeded = await attemptPasskey(ctx)
    const user = await personOfPasskey(challenge, answer)
    await succeeded()
    ctx.session.forget('second_step')
    return { next: await openSession(ctx, user, 'passkey') }
  }
}
