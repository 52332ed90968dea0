import type { HttpContext } from '@adonisjs/core/http'
import { twinsScreen } from '../screens/twins_screen.js'

/** The documents that are the same bytes, as far as one reads them. */
export default class TwinsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/twins', await twinsScreen(ctx))
  }
}
