import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { YearOutside } from '../errors.js'
import { openForm } from '../forms/open_form.js'
import { receiveForm, refuseProblems, settleForm } from '../forms/receive_form.js'
import { yearForm } from '../forms/year_form.js'
import Fiche from '../models/fiche.js'
import Project from '../models/project.js'
import { closeValueTask } from '../models/value_tasks.js'
import { enterYear, FIRST_YEAR, readYear } from '../models/yearly_entry.js'
import { mustEdit } from '../policies/fiche_policy.js'
import { Reader } from '../rules/parts/reader.js'
import { yearlyScreen } from '../screens/yearly_screen.js'

export default class YearlyValuesController {
  async edit(ctx: HttpContext) {
    const fiche = await Fiche.get(ctx.params.id)
    const year = editableYear(ctx, fiche)
    const opened = await openForm(ctx.actor.id!, yearForm(fiche, year))
    return ctx.view.render(
      'territory/fiches/values',
      yearlyScreen(fiche, year, opened, await Project.get(fiche.projectId))
    )
  }

  async update(ctx: HttpContext) {
    const fiche = await Fiche.hold(ctx.params.id)
    const year = editableYear(ctx, fiche)
    const form = yearForm(fiche, year)
    const typed = await receiveForm(ctx, form)
    if (typed === null) return
    const reader = new Reader()
    const lines = readYear(fiche, typed, reader)
    refuseProblems(reader.problems)
    await enterYear(fiche, year, lines, ctx.actor)
    await settleForm(ctx, form)
    await closeValueTask(await Fiche.get(fiche.id), year)
    ctx.session.flash('success', `Les valeurs ${year} sont enregistrées.`)
    return ctx.response.redirect(`/c/${ctx.tenant.slug}/projet/fiches/${fiche.id}/valeurs/${year}`)
  }
}

function editableYear(ctx: HttpContext, fiche: Fiche): number {
  mustEdit(ctx, fiche)
  const year: number = ctx.params.year
  const last = clock.today().year
  if (year < FIRST_YEAR || year > last) throw new YearOutside(year, FIRST_YEAR, last)
  return year
}
