import { roleLabel } from '#kernel/room'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { workplacesOf } from '#kernel/people/memberships'
import { changeContact } from '#identity/contact'
import Passkey from '#identity/passkey'
import { LANGUAGES } from '#lib/languages/languages'
import { PhoneNumber } from '#lib/values'

const languages = Object.entries(LANGUAGES).map(([value, { label }]) => ({ value, label }))

const form = vine.create({
  full_name: vine.string().trim().minLength(2).maxLength(120),
  phone: vine.string().trim().maxLength(40).optional(),
})

export default class AccountController {
  async show({ auth, view }: HttpContext) {
    const user = auth.user!
    const workplaces = await workplacesOf(user.id)
    return view.render('identity/account/show', {
      account: user,
      phone: user.phone && PhoneNumber.parse(user.phone).toFrench(),
      passkeys: await Passkey.query().where('userId', user.id),
      languages,
      today: clock.today().toString(),
      workplaces: workplaces.map(({ slug, name, roles }) => ({
        href: `/c/${slug}`,
        name,
        roles: roles.map((role) => roleLabel(role)).join(', '),
      })),
    })
  }

  async update({ auth, request, response, session }: HttpContext) {
    // Compared with nothing: they are hers alone
    const { full_name: fullName, phone } = await request.validateUsing(form)
    await changeContact(auth.user!, { fullName, phone: phone ?? '' })
    session.flash('success', 'Vos coordonnées sont enregistrées.')
    return response.redirect('/compte')
  }
}
