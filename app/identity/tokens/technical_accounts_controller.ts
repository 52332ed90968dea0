import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { allRoles, roleLabel } from '#kernel/room'
import { roleChoices } from '../controllers/role_choices.js'
import { openTokensOf } from './open_token.js'
import { accountHere, accountsHere, openAccount } from './technical_accounts.js'
import { tokenChoices, tokenLine } from './token_form.js'

const form = vine.create({
  full_name: vine.string().trim().minLength(2).maxLength(120),
  title: vine.string().trim().maxLength(120).nullable().optional(),
  roles: vine
    .array(vine.enum(() => allRoles()))
    .notEmpty()
    .distinct(),
})

/** The programs that work in a collectivité under a name of their own, whoever leaves it. */
export default class TechnicalAccountsController {
  async index({ view }: HttpContext) {
    const accounts = await accountsHere()
    return view.render('identity/members/technical', {
      choices: roleChoices().filter(({ value }) => value !== 'administrator'),
      accounts: accounts.map((one) => ({
        ...one,
        words: one.roles.map((role) => roleLabel(role)).join(', '),
      })),
    })
  }

  async store({ request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: it adds an account beside the others
    const { full_name: name, title, roles } = await request.validateUsing(form)
    const id = await openAccount({ name, title: title ?? null, roles }, actor)
    session.flash('success', 'Le compte technique est ouvert. Donnez-lui maintenant un jeton.')
    return response.redirect(`/c/${tenant.slug}/membres/comptes-techniques/${id}`)
  }

  async show({ params, view, tenant }: HttpContext) {
    const account = await accountHere(params.account)
    const open = await openTokensOf(account.id)
    return view.render('identity/members/technical_account', {
      account,
      here: `/c/${tenant.slug}/membres/comptes-techniques/${account.id}`,
      tokens: open.map(tokenLine),
      ...tokenChoices(account.roles),
    })
  }
}
