import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { cursorOf, pageAfter } from '#web/cursor'
import Sealer, { servedNow } from './sealer.js'

const SHOWN = 50

/** The public log of what the page of deposit was made of: whoever holds a receipt compares. */
export default class SealersController {
  async index(ctx: HttpContext) {
    const { shown: sealers, next } = await after(cursorOf(ctx.request))
    return ctx.view.render('procurement/public/sealers', {
      ...{ sealers, served: await servedNow(), next: pageAfter(next) },
    })
  }

  async json(ctx: HttpContext) {
    const { shown, next } = await after(cursorOf(ctx.request))
    const items = shown.map(({ digest, files, firstAt, lastAt }) => ({
      ...{ digest, files },
      ...{ firstServedAt: firstAt.toUTC().toISO(), lastServedAt: lastAt.toUTC().toISO() },
    }))
    return ctx.response.json({ items, next: pageAfter(next, ctx.request.url()) })
  }
}

async function after(id: string | null) {
  const query = Sealer.query()
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (id) query.where('id', '<', id)
  return pageOf(await query, SHOWN)
}
