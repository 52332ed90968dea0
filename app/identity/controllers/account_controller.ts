import { roleLabel } from '#kernel/room'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { workplacesOf } from '#kernel/people/memberships'
import { indexPersonAgain } from '#identity/indexed'
import Passkey from '#identity/passkey'

const form = vine.create({ full_name: vine.string().trim().minLength(2).maxLength(120) })

export default class AccountController {
  async show({ auth, view }: HttpContext) {
    const user = auth.user!
    const workplaces = await workplacesOf(user.id)
    return view.render('identity/account/show', {
      account: user,
      passkeys: await Passkey.query().where('userId', user.id),
      workplaces: workplaces.map(({ slug, name, roles }) => ({
        href: `/c/${slug}`,
        name,
        roles: roles.map((role) => roleLabel(role)).join(', '),
      })),
    })
  }

  async update({ auth, request, response, session }: HttpContext) {
    const { full_name: fullName } = await request.validateUsing(form)
    await auth.user!.merge({ fullName }).save()
    await indexPersonAgain(auth.user!.id)
    session.flash('success', 'Votre nom est enregistré.')
    return response.redirect('/compte')
  }
}
