import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { NotFound } from '#web/errors'
import Fiche from '../models/fiche.js'
import { maySee } from '../policies/fiche_policy.js'
import { ficheHistory } from '../screens/fiche_history_screen.js'

const PAGE = 25

/** Everything that was changed in a sheet, with what it said before and after. */
export default class FicheHistoryController {
  async index(ctx: HttpContext) {
    const fiche = await Fiche.get(ctx.params.id)
    if (!maySee(ctx, fiche)) throw new NotFound()
    const before = cursorOf(ctx.request, 'avant')
    const { entries, next } = await ficheHistory(fiche, PAGE, before)
    return ctx.view.render('territory/fiches/history', {
      fiche,
      entries,
      next: next && `${ctx.request.url()}?avant=${next}`,
    })
  }
}
