import type { HttpContext } from '@adonisjs/core/http'
import { searchScreen } from '../screens/search_screen.js'

/** The documents of this member that answer to some words, among those that one may read. */
export default class SearchesController {
  async index(ctx: HttpContext) {
    const typed: unknown = ctx.request.input('q')
    const words = typeof typed === 'string' ? typed.slice(0, 300) : ''
    return ctx.view.render('ged/search', await searchScreen(ctx, words))
  }
}
