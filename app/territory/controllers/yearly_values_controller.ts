import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { YearOutside } from '../errors.js'
import Fiche from '../models/fiche.js'
import { closeValueTask } from '../models/value_tasks.js'
import { enterYear } from '../models/yearly_entry.js'
import { yearlyForm } from '../models/yearly_form.js'
import { mustEdit } from '../policies/fiche_policy.js'
import { valuesValidator } from '../validators/fiche.js'

const FIRST_YEAR = 2000

export default class YearlyValuesController {
  async edit(ctx: HttpContext) {
    const { fiche, year } = await editable(ctx)
    return ctx.view.render('territory/fiches/values', yearlyForm(fiche, year))
  }

  async update(ctx: HttpContext) {
    const { fiche, year } = await editable(ctx)
    const { values } = await ctx.request.validateUsing(valuesValidator)
    const typed = Object.entries(values).map(([id, line]) => {
      const { value = '', until = 12, source = '', comment = '' } = line
      return [id, { value, until, source, comment }] as const
    })
    await enterYear(fiche, year, Object.fromEntries(typed), ctx.actor)
    await closeValueTask(await Fiche.whole(fiche.id), year)
    ctx.session.flash('success', `Les valeurs ${year} sont enregistrées.`)
    return ctx.response.redirect(
      `/c/${ctx.tenant.slug}/territory/fiches/${fiche.id}/valeurs/${year}`
    )
  }
}

async function editable(ctx: HttpContext) {
  const fiche = await Fiche.whole(ctx.params.id)
  mustEdit(ctx, fiche)
  const year: number = ctx.params.year
  const last = clock.today().year
  if (year < FIRST_YEAR || year > last) throw new YearOutside(year, FIRST_YEAR, last)
  return { fiche, year }
}
