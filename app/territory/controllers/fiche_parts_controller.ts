import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#web/errors'
import { openForm } from '../forms/open_form.js'
import { partForm } from '../forms/part_form.js'
import { receiveForm, refuseProblems, settleForm } from '../forms/receive_form.js'
import Fiche from '../models/fiche.js'
import { mustEdit } from '../policies/fiche_policy.js'
import { isSectionCode } from '../rules/fiche_sections.js'
import type { SheetPart } from '../rules/parts/part.js'
import { partOf } from '../rules/parts/parts.js'
import { Reader } from '../rules/parts/reader.js'
import { nextQuestion, questionOf } from '../rules/walk.js'
import { partScreen } from '../screens/part_screen.js'

/** Each part of a sheet is edited alone: two people at two parts never meet. */
export default class FichePartsController {
  async edit(ctx: HttpContext) {
    const part = named(ctx)
    const fiche = await Fiche.get(ctx.params.id)
    mustEdit(ctx, fiche)
    const opened = await openForm(ctx.actor.id!, partForm(fiche, part))
    const page = isSectionCode(part.code) ? 'text' : part.code
    const walk = ctx.request.input('suite') ? questionOf(part.code, fiche.content) : null
    return ctx.view.render(`territory/parts/${page}`, { ...partScreen(fiche, part, opened), walk })
  }

  async update(ctx: HttpContext) {
    const part = named(ctx)
    const fiche = await Fiche.hold(ctx.params.id)
    mustEdit(ctx, fiche)
    const form = partForm(fiche, part)
    const typed = await receiveForm(ctx, form)
    if (typed === null) return
    const reader = new Reader()
    const change = part.read(typed, reader, fiche.content)
    refuseProblems(reader.problems)
    await fiche.rewrite(part, change, ctx.actor)
    await settleForm(ctx, form)
    ctx.session.flash('success', `« ${part.title} » est enregistré.`)
    const here = `/c/${ctx.tenant.slug}/projet/fiches/${fiche.id}`
    const next = ctx.request.input('suite') ? nextQuestion(fiche.content, part.code) : null
    return ctx.response.redirect(
      next ? `${here}/parties/${next}?suite=1` : `${here}#section-${part.code}`
    )
  }
}

function named(ctx: HttpContext): SheetPart {
  const part = partOf(ctx.params.part)
  if (!part) throw new NotFound()
  return part
}
