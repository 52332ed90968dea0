import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { forgetView, listFile, saveView } from '#web/list/index'
import { consultationList } from './consultation_list_screen.js'

/** The list of consultations as a file, and as views that one finds again. */
export default class ConsultationListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, consultationList(baseOf(ctx)))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, consultationList(baseOf(ctx)), baseOf(ctx))
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, consultationList(baseOf(ctx)), baseOf(ctx))
  }
}

const baseOf = ({ tenant }: HttpContext) => here('procurement.consultations.index', { tenant })
