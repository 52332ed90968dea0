import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { interlude } from '#web/interlude'
import { confirmPassword } from '#identity/passwords/change'
import ApiToken from './api_token.js'
import { openToken, revokeToken } from './open_token.js'
import { accountHere } from './technical_accounts.js'
import { shownOnce, tokenFields } from './token_form.js'

const form = vine.create(tokenFields)

/** The tokens of a technical account; several at once, so that one is replaced without a stop. */
export default class TechnicalTokensController {
  async store({ auth, params, request, response, view, tenant, actor }: HttpContext) {
    // Compared with nothing: a token is added beside the others of the account
    const { current_password: password, ...asked } = await request.validateUsing(form)
    // The count of attempts is no tenant's: it is taken while no connection is held
    return interlude(
      () => confirmPassword(auth.user!, password),
      async () => {
        const account = await accountHere(params.account)
        const value = await openToken({ personId: account.id, ...asked }, actor)
        response.header('cache-control', 'private, no-store')
        return view.render('identity/account/token', {
          page: `/c/${tenant.slug}/membres/comptes-techniques/${account.id}`,
          name: asked.name,
          facts: shownOnce(asked.kind, value, account.login),
        })
      }
    )
  }

  async destroy({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a token is open or is not
    const account = await accountHere(params.account)
    await revokeToken(await ApiToken.hold(params.token, account.id), actor)
    session.flash('success', 'Ce jeton est révoqué : il n’ouvre plus rien.')
    return response.redirect(`/c/${tenant.slug}/membres/comptes-techniques/${account.id}`)
  }
}
