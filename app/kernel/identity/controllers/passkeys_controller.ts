import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { clock } from '#kernel/clock'
import { PasskeyRefused } from '#kernel/identity/errors'
import { registerPasskey, registrationOptions } from '#kernel/identity/factors/passkey_registration'
import Passkey from '#kernel/identity/passkey'
import { confirmPassword } from '#kernel/identity/passwords/change'

const VALID_MS = 5 * 60_000
const beginning = vine.create({
  name: vine.string().trim().minLength(2).maxLength(60),
  current_password: vine.string(),
})

export default class PasskeysController {
  async index({ auth, view }: HttpContext) {
    const passkeys = await Passkey.query().where('userId', auth.user!.id).orderBy('createdAt')
    return view.render('identity/account/passkeys', { passkeys })
  }

  async options({ auth, request, session }: HttpContext) {
    const { name, current_password: password } = await request.validateUsing(beginning)
    await confirmPassword(auth.user!, password, request.ip())
    const options = await registrationOptions(auth.user!)
    session.put('new_passkey', { challenge: options.challenge, name, at: clock.now().toMillis() })
    return options
  }

  async store({ auth, request, response, session }: HttpContext) {
    const begun: { challenge: string; name: string; at: number } | null =
      session.pull('new_passkey')
    if (!begun || clock.now().toMillis() - begun.at > VALID_MS) throw new PasskeyRefused()
    const made = request.body() as RegistrationResponseJSON
    await registerPasskey(auth.user!, begun.challenge, made, begun.name)
    session.flash('success', `La clé « ${begun.name} » est enregistrée.`)
    return response.status(201).send({ next: '/compte/cles' })
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    await Passkey.query().where({ id: params.id, userId: auth.user!.id }).delete()
    session.flash('success', 'Cette clé n’ouvre plus votre compte.')
    return response.redirect('/compte/cles')
  }
}
