import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#kernel/http/errors'
import Fiche from '../models/fiche.js'
import { mustEdit } from '../policies/fiche_policy.js'
import { FICHE_SECTIONS, SECTION_MAX_LENGTH, isSectionCode } from '../rules/fiche_sections.js'
import { sectionValidator } from '../validators/fiche.js'

export default class FicheSectionsController {
  async edit(ctx: HttpContext) {
    const { fiche, code } = await editable(ctx)
    return ctx.view.render('territory/fiches/section', {
      fiche,
      code,
      section: FICHE_SECTIONS[code],
      text: fiche.sections[code] ?? '',
      maxLength: SECTION_MAX_LENGTH,
    })
  }

  async update(ctx: HttpContext) {
    const { fiche, code } = await editable(ctx)
    const { text = '' } = await ctx.request.validateUsing(sectionValidator)
    await fiche.writeSection(code, text.replaceAll('\r\n', '\n'), ctx.actor)
    ctx.session.flash('success', `« ${FICHE_SECTIONS[code].title} » est enregistré.`)
    const page = `/c/${ctx.tenant.slug}/territory/fiches/${fiche.id}#section-${code}`
    return ctx.response.redirect(page)
  }
}

/** The sheet and the section of the URL, when this person may write there. */
async function editable(ctx: HttpContext) {
  const { id, code } = ctx.params
  const fiche = await Fiche.whole(id)
  mustEdit(ctx, fiche)
  if (!isSectionCode(code)) throw new NotFound()
  return { fiche, code }
}
