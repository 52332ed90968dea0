import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { PasskeyRefused } from '#identity'
import { clock } from '#kernel/clock'
import { keepKey, newKeyOptions, passkeysOf } from '#app/outsiders/doors/passkey_door'
import { waitingAs } from '#app/outsiders/doors/who_signs_in'
import { accountOf, onPaper, writePaper } from '#app/outsiders/doors/paper_code'
import { behind } from '#app/outsiders/wall/wall'
import { asksSecret, mayChangeAccess, removeKey, setPersonPassword } from './access.js'

const VALID_MS = 5 * 60_000
const choice = vine.create({
  password: vine.string().maxLength(500),
  current_password: vine.string().maxLength(500).optional(),
})
const beginning = vine.create({
  name: vine.string().trim().minLength(2).maxLength(60),
  current_password: vine.string().maxLength(500).optional(),
})
const proof = vine.create({ current_password: vine.string().maxLength(500).optional() })
const PAGE = '/moi/acces'

/** The ways into her account. */
export default class AccessController {
  async show({ door, view }: HttpContext) {
    const { personId } = door
    const ways = await waitingAs(personId)
    const [keys, account] = await behind({ person: personId }, async () => [
      await passkeysOf(personId),
      await accountOf(personId),
    ])
    return view.render('outsiders/people/access', {
      keys,
      account,
      hasPassword: ways?.password !== null,
      hasPaper: ways?.paperCode !== null,
      needsSecret: asksSecret(door, ways),
    })
  }

  async password(ctx: HttpContext) {
    // Compared with nothing: she proves who she is, and what is changed is never shown
    const { password, current_password: current } = await ctx.request.validateUsing(choice)
    await mayChangeAccess(ctx, current)
    await setPersonPassword(ctx, password)
    ctx.session.flash('success', 'Votre mot de passe est enregistré.')
    return ctx.response.redirect(PAGE)
  }

  /** The code is shown in this answer only. */
  async paper(ctx: HttpContext) {
    // Compared with nothing: the former code opens nothing any more, whatever was seen
    const { current_password: current } = await ctx.request.validateUsing(proof)
    await mayChangeAccess(ctx, current)
    const { personId } = ctx.door
    const paper = await behind({ person: personId }, () => writePaper(personId, { kind: 'self' }))
    return ctx.view.render('outsiders/doors/paper', { ...onPaper(paper), next: PAGE })
  }

  async keyOptions(ctx: HttpContext) {
    // Compared with nothing: it asks for a proof, and records nothing of others
    const { name, current_password: current } = await ctx.request.validateUsing(beginning)
    await mayChangeAccess(ctx, current)
    const options = await newKeyOptions(ctx.door.personId)
    const begun = { challenge: options.challenge, name, at: clock.now().toMillis() }
    ctx.session.put('outside_new_key', begun)
    return options
  }

  async keyStore({ door, request, response, session }: HttpContext) {
    // Compared with nothing: a key is added beside her others
    const begun: { challenge: string; name: string; at: number } | null =
      session.pull('outside_new_key')
    if (!begun || clock.now().toMillis() - begun.at > VALID_MS) throw new PasskeyRefused()
    await keepKey(door.personId, begun, request.body() as RegistrationResponseJSON)
    session.flash('success', `La clé « ${begun.name} » est enregistrée.`)
    return response.status(201).send({ next: PAGE })
  }

  async keyDestroy({ door, params, response, session }: HttpContext) {
    // Compared with nothing: her own key, which is there or is not
    await removeKey(door.personId, params.id)
    session.flash('success', 'Cette clé n’ouvre plus votre compte.')
    return response.redirect(PAGE)
  }
}
