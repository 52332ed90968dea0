import type { HttpContext } from '@adonisjs/core/http'
import { workplacesOf } from '#identity'
import { here } from '#web/here'
import { originLink } from '#web/origins'
import { listPage } from '#web/list/index'
import { archivingSettings } from '../settings.js'
import Deposit from '../models/deposit.js'
import { depositList } from '../screens/deposit_list_screen.js'
import { depositScreen } from '../screens/deposit_screen.js'

export default class DepositsController {
  async index(ctx: HttpContext) {
    const { tenant, view, membership } = ctx
    const base = here('archiving.deposits.index', { tenant })
    const list = await listPage(ctx, depositList(base), base)
    return view.render('archiving/index', {
      base,
      list,
      isShown: archivingSettings(tenant).shownTogether,
      keepsArchives: membership.roles.includes('archivist'),
      elsewhere: list.counted > 0 ? null : await fundsElsewhere(membership, tenant.id),
    })
  }

  async show(ctx: HttpContext) {
    const { params, tenant, view } = ctx
    const deposit = await Deposit.get(params.id)
    const base = here('archiving.deposits.show', { tenant, id: deposit.id })
    const origin = originLink(deposit.origin, ctx)
    return view.render('archiving/show', { ...(await depositScreen(deposit, base)), origin })
  }
}

/** The other collectivites whose archives this archivist keeps; null for anybody else. */
async function fundsElsewhere({ userId, roles }: HttpContext['membership'], hereId: string) {
  if (!roles.includes('archivist')) return null
  const places = await workplacesOf(userId)
  return places.filter(
    ({ tenantId, roles: held }) => tenantId !== hereId && held.includes('archivist')
  )
}
