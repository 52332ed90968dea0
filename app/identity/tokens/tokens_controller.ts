import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { person } from '#kernel/actor'
import { runAsMember, workplacesOf } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { tenancy } from '#kernel/tenancy'
import { confirmPassword } from '#identity/passwords/change'
import { doorkeeper } from '#web/doorkeeper'
import { NotFound } from '#web/errors'
import ApiToken from './api_token.js'
import { TokenNeedsSecondFactor } from './errors.js'
import { openToken, openTokensOf, revokeToken } from './open_token.js'
import { shownOnce, tokenChoices, tokenFields, tokenLine } from './token_form.js'

const form = vine.create({ ...tokenFields, place: vine.string().trim().maxLength(100) })
const PAGE = '/compte/jetons'

/** The tokens by which a person's own programs act in her name, each in one collectivité. */
export default class TokensController {
  async index({ auth, view }: HttpContext) {
    const { id } = auth.user!
    const places = []
    for (const { tenantId, ...place } of await workplacesOf(id)) {
      const open = await tenancy.run(tenantId, () => openTokensOf(id))
      places.push({ ...place, tokens: open.map(tokenLine) })
    }
    const roles = places.flatMap((place) => place.roles)
    return view.render('identity/account/tokens', { page: PAGE, places, ...tokenChoices(roles) })
  }

  /** Shown once, in this answer and nowhere else: a flash would keep it in the session. */
  async store(ctx: HttpContext) {
    // Compared with nothing: a token is added beside her others
    const { auth, request, response, session, view } = ctx
    const user = auth.user!
    const { place, current_password: password, ...asked } = await request.validateUsing(form)
    await confirmPassword(user, password)
    const tenant = await placeOf(user.id, place)
    const value = await runAsMember(tenant.id, user.id, async (membership) => {
      if (!membership) throw new NotFound()
      if (!doorkeeper().wouldLetIn({ tenant, membership, session }))
        throw new TokenNeedsSecondFactor()
      return openToken({ personId: user.id, ...asked }, person(user.id))
    })
    response.header('cache-control', 'private, no-store')
    const facts = shownOnce(asked.kind, value, user.email)
    return view.render('identity/account/token', { page: PAGE, name: asked.name, facts })
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    // Compared with nothing: her own token, which is open or is not
    const { id } = auth.user!
    const tenant = await placeOf(id, params.place)
    await tenancy.run(tenant.id, async () =>
      revokeToken(await ApiToken.hold(params.id, id), person(id))
    )
    session.flash('success', 'Ce jeton est révoqué : il n’ouvre plus rien.')
    return response.redirect(PAGE)
  }
}

/** A collectivité where the person works, by its slug; throws E_NOT_FOUND. */
async function placeOf(personId: string, slug: string) {
  const place = (await workplacesOf(personId)).find((one) => one.slug === slug)
  const tenant = place && (await tenants.byId(place.tenantId))
  if (!tenant) throw new NotFound().at('place')
  return tenant
}
