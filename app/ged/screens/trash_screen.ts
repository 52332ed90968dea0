import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listPage } from '#web/list/index'
import { levelsFor } from '../access/allowed.js'
import { reaches } from '../rules/levels.js'
import { trashList } from './trash_list_screen.js'

export const trashBase = ({ tenant }: HttpContext) => here('ged.trash.index', { tenant })

/** What the person of a request may put back: what was thrown away where she may change things. */
export async function trashListOf(ctx: HttpContext) {
  const levels = await levelsFor(ctx)
  const lists = [...levels].filter(([, level]) => reaches(level, 'editor')).map(([id]) => id)
  return trashList(lists, { isGuest: Boolean(ctx.isGuest) })
}

export async function trashScreen(ctx: HttpContext) {
  return {
    list: await listPage(ctx, await trashListOf(ctx), trashBase(ctx)),
    home: here('ged.spaces.index', { tenant: ctx.tenant }),
  }
}
