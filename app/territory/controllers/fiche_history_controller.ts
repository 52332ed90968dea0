import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#web/errors'
import { isUuid } from '#lib/values'
import Fiche from '../models/fiche.js'
import { maySee } from '../policies/fiche_policy.js'
import { ficheHistory } from '../screens/fiche_history.js'

const PAGE = 25

/** Everything that was changed in a sheet, with what it said before and after. */
export default class FicheHistoryController {
  async index(ctx: HttpContext) {
    const fiche = await Fiche.whole(ctx.params.id)
    if (!maySee(ctx, fiche)) throw new NotFound()
    const before = ctx.request.input('avant')
    const { entries, next } = await ficheHistory(fiche, PAGE, isUuid(before) ? before : undefined)
    return ctx.view.render('territory/fiches/history', {
      fiche,
      entries,
      next: next && `${ctx.request.url()}?avant=${next}`,
    })
  }
}
