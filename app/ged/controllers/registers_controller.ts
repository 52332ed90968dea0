import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { frenchCsv } from '#lib/sheets/csv'
import { here } from '#web/here'
import { newProcessing, tellProcessing } from '../privacy/tell_processing.js'
import { processingScreen, registerScreen, registerTable } from '../screens/register_screen.js'
import DocumentType from '../types/document_type.js'

/** What is done with the personal data of each type of documents (RGPD, art. 30). */
export default class RegistersController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/privacy/register', await registerScreen(ctx))
  }

  async file({ response }: HttpContext) {
    const name = `registre-rgpd-${clock.today()}.csv`
    response.header('content-type', 'text/csv; charset=utf-8')
    response.header('content-disposition', `attachment; filename="${name}"`)
    return response.send(frenchCsv(await registerTable()))
  }

  async edit(ctx: HttpContext) {
    const type = await DocumentType.get(ctx.params.type)
    return ctx.view.render('ged/privacy/processing', await processingScreen(ctx, type))
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: what is said of a type is written together, and the journal says who did
    const type = await DocumentType.get(ctx.params.type)
    await tellProcessing(type, await ctx.request.validateUsing(newProcessing), ctx.actor)
    ctx.session.flash('success', `Le registre dit ce que l’on fait du type « ${type.label} ».`)
    return ctx.response.redirect(here('ged.registers.index', { tenant: ctx.tenant }))
  }
}
