import type { HttpContext } from '@adonisjs/core/http'
import { sheetsScreen } from '../screens/sheets_screen.js'
import { newSheets, saidBySheet } from '../separators/new_sheets.js'
import { printSheets } from '../separators/print_sheets.js'

/** Sheets to put between the documents of a pile that is scanned. */
export default class SheetsController {
  async show(ctx: HttpContext) {
    return ctx.view.render('ged/sheets', await sheetsScreen(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: sheets are printed as often as one wants, and change no document
    const asked = await ctx.request.validateUsing(newSheets)
    const bytes = await printSheets(await saidBySheet(ctx, asked), asked.count, ctx.actor)
    ctx.response.header('content-type', 'application/pdf')
    ctx.response.header('content-disposition', 'attachment; filename="feuilles-de-separation.pdf"')
    return ctx.response.send(bytes)
  }
}
