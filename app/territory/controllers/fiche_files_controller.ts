import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import { NotFound } from '#web/errors'
import { indicatorsCsv } from '../formats/indicators_csv.js'
import { renderFiche } from '../formats/pdf/fiche_pdf.js'
import Fiche from '../models/fiche.js'
import { printStyle } from '../models/print_style.js'
import { maySee } from '../policies/fiche_policy.js'

export default class FicheFilesController {
  async pdf(ctx: HttpContext) {
    const fiche = await visible(ctx)
    const names = await people.names(fiche.pilots.map((pilot) => pilot.userId))
    const pdf = await renderFiche(fiche.toSheet(names), {
      ...printStyle(ctx.tenant),
      territory: ctx.tenant.name,
      axe: `Axe ${fiche.axe.number}. ${fiche.axe.title}`,
      date: String(clock.today()),
    })
    ctx.response.header('content-type', 'application/pdf')
    ctx.response.header('content-disposition', `inline; filename="fiche-${fiche.fullNumber}.pdf"`)
    return ctx.response.send(pdf)
  }

  async csv(ctx: HttpContext) {
    const fiche = await visible(ctx)
    const items = fiche.indicators.map((indicator) => {
      return { service: fiche.title, indicator: indicator.toMeasure() }
    })
    ctx.response.header('content-type', 'text/csv; charset=utf-8')
    ctx.response.header(
      'content-disposition',
      `attachment; filename="indicateurs-${fiche.fullNumber}.csv"`
    )
    return ctx.response.send(indicatorsCsv(ctx.tenant.name, items))
  }
}

async function visible(ctx: HttpContext): Promise<Fiche> {
  const fiche = await Fiche.get(ctx.params.id)
  if (!maySee(ctx, fiche)) throw new NotFound()
  return fiche
}
