import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listFile, listPage } from '#web/list/index'
import { askForCallbacks, stopCallbacks } from '../flows/callback_doors.js'
import { flowList } from '../screens/flow_list_screen.js'
import { standingOfPlatform } from '../screens/platform_standing_screen.js'

/** The flows at the approved platform, and the calls that tell of them. */
export default class FlowsController {
  async index(ctx: HttpContext) {
    const base = here('invoicing.flows.index', { tenant: ctx.tenant })
    const list = await listPage(ctx, flowList, base)
    const standing = await standingOfPlatform(ctx.tenant)
    return ctx.view.render('invoicing/flows', { base, list, standing })
  }

  async file(ctx: HttpContext) {
    return listFile(ctx, flowList)
  }

  async store({ actor, response, session, tenant }: HttpContext) {
    // Compared with nothing: asked twice, it is asked once
    await askForCallbacks(tenant, actor)
    session.flash('success', 'Les rappels sont demandés à la plateforme.')
    return response.redirect(here('invoicing.flows.index', { tenant }))
  }

  async destroy({ actor, response, session, tenant }: HttpContext) {
    // Compared with nothing: what is stopped already stays stopped
    await stopCallbacks(actor)
    session.flash('success', 'La plateforme ne rappellera plus.')
    return response.redirect(here('invoicing.flows.index', { tenant }))
  }
}
