import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { clock } from '#kernel/clock'
import { PasskeyRefused } from '#identity/errors'
import { registerPasskey, registrationOptions } from '#identity/factors/passkey_registration'
import { hasReadMail, mayAddFactor } from '#identity/factors/mailed_proof'
import { settleAfterRemoval } from '#identity/factors/removal'
import { tellFactors } from '#identity/jobs/tell_factors_changed'
import Passkey from '#identity/passkey'
import { confirmPassword } from '#identity/passwords/change'

const VALID_MS = 5 * 60_000
const beginning = vine.create({
  name: vine.string().trim().minLength(2).maxLength(60),
  current_password: vine.string(),
})

export default class PasskeysController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.user!
    const passkeys = await Passkey.query().where('userId', user.id).orderBy('createdAt')
    const needsMail = passkeys.length === 0 && !user.hasTotp && !hasReadMail(ctx, user)
    return ctx.view.render('identity/account/passkeys', { passkeys, needsMail })
  }

  async options(ctx: HttpContext) {
    // Compared with nothing: it asks for a proof, and records nothing of others
    const { auth, request, session } = ctx
    const { name, current_password: password } = await request.validateUsing(beginning)
    await confirmPassword(auth.user!, password)
    await mayAddFactor(ctx, auth.user!)
    const options = await registrationOptions(auth.user!)
    session.put('new_passkey', { challenge: options.challenge, name, at: clock.now().toMillis() })
    return options
  }

  async store({ auth, request, response, session }: HttpContext) {
    // Compared with nothing: a key is added beside her others
    const begun: { challenge: string; name: string; at: number } | null =
      session.pull('new_passkey')
    if (!begun || clock.now().toMillis() - begun.at > VALID_MS) throw new PasskeyRefused()
    const made = request.body() as RegistrationResponseJSON
    await registerPasskey(auth.user!, begun.challenge, made, begun.name)
    await tellFactors(auth.user!, 'passkey_added')
    session.put('strong', true)
    session.flash('success', `La clé « ${begun.name} » est enregistrée.`)
    return response.status(201).send({ next: '/compte/cles' })
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: her own key, which is there or is not
    const { auth, params, response, session } = ctx
    const user = auth.user!
    const [removed] = await Passkey.query().where({ id: params.id, userId: user.id }).delete()
    if (Number(removed) > 0) await tellFactors(user, 'passkey_removed')
    await settleAfterRemoval(ctx, user)
    session.flash('success', 'Cette clé n’ouvre plus votre compte.')
    return response.redirect('/compte/cles')
  }
}
