import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { languageCodes } from '#lib/languages/languages'

const form = vine.create({ dates_language: vine.enum(languageCodes).nullable().optional() })

/** In which language a person reads the dates of her screens. */
export default class DatesLanguageController {
  async update({ auth, request, response, session }: HttpContext) {
    // Compared with nothing: it is hers alone
    const { dates_language: chosen } = await request.validateUsing(form)
    await auth.user!.merge({ datesLanguage: chosen ?? null }).save()
    session.flash('success', 'La langue de vos dates est enregistrée.')
    return response.redirect('/compte')
  }
}
