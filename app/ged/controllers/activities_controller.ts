import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listFile, listPage } from '#web/list/index'
import { nodeFor, spaceFor } from '../access/allowed.js'
import { NodeMissing } from '../errors.js'
import { crumbsTo } from '../nodes/crumbs.js'
import { waysTo } from '../nodes/paths.js'
import { activityList } from '../screens/activity_screen.js'
import { nameOf } from '../screens/folder_screen.js'
import Space from '../spaces/space.js'

/** Who did what in a space, or of a document. */
export default class ActivitiesController {
  async show(ctx: HttpContext) {
    const { list, base, title, crumbs } = await watchedBy(ctx)
    return ctx.view.render('ged/activity', {
      ...{ title, crumbs, list: await listPage(ctx, list, base) },
    })
  }

  async file(ctx: HttpContext) {
    return listFile(ctx, (await watchedBy(ctx)).list)
  }
}

const STEP = { id: 'activite', name: 'Activité' }

async function watchedBy(ctx: HttpContext) {
  const { tenant, params } = ctx
  const { id, slug } = params
  if (!id) {
    const { space } = await spaceFor(ctx, slug)
    const title = nameOf(space)
    return {
      title,
      list: await activityList(ctx, { spaceId: space.id }, title),
      base: here('ged.space_activities.show', { tenant, slug }),
      crumbs: crumbsTo(tenant, space, [STEP]),
    }
  }
  const { node } = await nodeFor(ctx, id)
  if (node.kind !== 'document') throw new NodeMissing()
  const way = (await waysTo([id])).get(id)!
  return {
    title: node.title,
    list: await activityList(ctx, { nodeId: id }, node.title),
    base: here('ged.document_activities.show', { tenant, id }),
    crumbs: crumbsTo(tenant, await Space.get(node.spaceId), [...way, STEP]),
  }
}
