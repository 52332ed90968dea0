import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { closeSessionsOf } from '#identity'
import { behind } from '#app/outsiders/wall/wall'
import { identifiersOf } from '#app/outsiders/people/identifier'
import IdentityProvider from '#app/outsiders/providers/provider'
import { mergePersons } from './merge.js'
import { partPersons } from './part.js'
import { mergesOf } from './person_merge.js'
import { provenOther } from './proven_other.js'

const PAGE = '/moi/comptes'
const form = vine.create({
  login: vine.string().trim().maxLength(254),
  password: vine.string().maxLength(500),
})

/** Somebody has two accounts: a secret of the other makes one of them, and she may part them again. */
export default class MergesController {
  async index({ door, view }: HttpContext) {
    const { personId } = door
    const [merges, identifiers] = await behind({ person: personId }, async () => [
      await mergesOf(personId),
      await identifiersOf(personId),
    ])
    const providers = (await IdentityProvider.opening('person')).map((provider) => ({
      provider,
      opens: identifiers.some(({ kind, issuer }) => kind === 'sub' && issuer === provider.issuer),
    }))
    return view.render('outsiders/merging/index', { merges, providers, proof: door.proof })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a secret of the other account proves that it is hers
    const { door, request, response, session } = ctx
    const { login, password } = await request.validateUsing(form)
    const other = await provenOther(ctx, login, password)
    await mergePersons(door.personId, other.id, { kind: 'self' })
    session.flash('success', `Le compte de ${other.fullName} est réuni à celui-ci.`)
    return response.redirect(PAGE)
  }

  async destroy({ door, params, response, session }: HttpContext) {
    // Compared with nothing: it gives two records back as they were
    await partPersons(door.personId, params.id, { kind: 'self' })
    // Whoever came in elsewhere by what is the other record's again comes in again
    await closeSessionsOf(door.personId, session.sessionId, 'person_id')
    session.flash('success', 'Les deux comptes sont séparés, chacun avec ce qu’il avait.')
    return response.redirect(PAGE)
  }
}
