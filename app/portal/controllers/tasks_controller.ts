import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, listFile, listPage, saveView } from '#web/list/index'
import { taskList, TASKS } from '../task_list.js'

const allOf = ({ auth }: HttpContext) => taskList(auth.getUserOrFail().id)
const listOf = async (ctx: HttpContext) => (await allOf(ctx)).list

/** What waits for a person in all the collectivites where she works, in one list. */
export default class TasksController {
  async index(ctx: HttpContext) {
    const { list, cut, most } = await allOf(ctx)
    const page = await listPage(ctx, list, TASKS)
    return ctx.view.render('portal/tasks', { list: page, cut, most })
  }

  async file(ctx: HttpContext) {
    return listFile(ctx, await listOf(ctx))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, await listOf(ctx), TASKS)
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, await listOf(ctx), TASKS)
  }
}
