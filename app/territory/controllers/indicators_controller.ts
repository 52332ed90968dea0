import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#web/errors'
import { indicatorForm } from '../forms/indicator_form.js'
import { openForm } from '../forms/open_form.js'
import { receiveForm, refuseProblems, settleForm } from '../forms/receive_form.js'
import { defineIndicator, dropIndicator, redefineIndicator } from '../models/define_indicator.js'
import Fiche from '../models/fiche.js'
import { readIndicator } from '../rules/parts/indicator_definition.js'
import type { TypedIndicator } from '../rules/parts/typed_indicator.js'
import { Reader } from '../rules/parts/reader.js'
import { targetPreview } from '../rules/parts/target_preview.js'

/** How each indicator is counted, and its promise; its yearly values are another matter. */
export default class IndicatorsController {
  async create(ctx: HttpContext) {
    const fiche = await Fiche.get(ctx.params.id)
    const opened = await openForm(ctx.actor.id!, indicatorForm(fiche, null))
    return ctx.view.render('territory/fiches/indicator', {
      fiche,
      opened,
      preview: targetPreview(opened.typed),
      indicator: null,
    })
  }

  async store(ctx: HttpContext) {
    const fiche = await Fiche.hold(ctx.params.id)
    const form = indicatorForm(fiche, null)
    const typed = await receiveForm(ctx, form)
    if (typed === null) return
    const indicator = await defineIndicator(fiche, definitionIn(typed), ctx.actor)
    await settleForm(ctx, form)
    ctx.session.flash('success', `L’indicateur « ${indicator.title} » est suivi.`)
    return backToTheSheet(ctx, fiche)
  }

  async edit(ctx: HttpContext) {
    const fiche = await Fiche.get(ctx.params.id)
    const indicator = named(ctx, fiche)
    const opened = await openForm(ctx.actor.id!, indicatorForm(fiche, indicator))
    return ctx.view.render('territory/fiches/indicator', {
      fiche,
      opened,
      preview: targetPreview(opened.typed),
      indicator,
    })
  }

  async update(ctx: HttpContext) {
    const fiche = await Fiche.hold(ctx.params.id)
    const indicator = named(ctx, fiche)
    const form = indicatorForm(fiche, indicator)
    const typed = await receiveForm(ctx, form)
    if (typed === null) return
    await redefineIndicator(fiche, indicator, definitionIn(typed), ctx.actor)
    await settleForm(ctx, form)
    ctx.session.flash('success', `L’indicateur « ${indicator.title} » est enregistré.`)
    return backToTheSheet(ctx, fiche)
  }

  async destroy(ctx: HttpContext) {
    const fiche = await Fiche.hold(ctx.params.id)
    const indicator = named(ctx, fiche)
    await dropIndicator(fiche, indicator, ctx.actor)
    ctx.session.flash('success', 'L’indicateur est retiré. L’historique garde ses valeurs.')
    return backToTheSheet(ctx, fiche)
  }
}

function named({ params }: HttpContext, fiche: Fiche) {
  const indicator = fiche.indicators.find(({ id }) => id === params.indicatorId)
  if (!indicator) throw new NotFound()
  return indicator
}

function definitionIn(typed: TypedIndicator) {
  const reader = new Reader()
  const definition = readIndicator(typed, reader)
  refuseProblems(reader.problems)
  return definition
}

function backToTheSheet({ response, tenant }: HttpContext, fiche: Fiche) {
  return response.redirect(`/c/${tenant.slug}/projet/fiches/${fiche.id}#indicateurs`)
}
