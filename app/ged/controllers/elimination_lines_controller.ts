import type { HttpContext } from '@adonisjs/core/http'
import Elimination from '../eliminations/elimination.js'
import { withdrawLine } from '../eliminations/open_elimination.js'

/** A document that is taken off a list before its visa. */
export default class EliminationLinesController {
  async destroy(ctx: HttpContext) {
    await withdrawLine(await Elimination.hold(ctx.params.elimination), ctx.params.line)
    ctx.session.flash('success', 'Ce document est retiré du bordereau : il reste où il est.')
    return ctx.response.redirect().back()
  }
}
