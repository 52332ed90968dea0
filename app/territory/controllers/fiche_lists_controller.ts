import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { forgetView, lastBatch, listFile, listPage, runBatch, saveView } from '#web/list/index'
import Project from '../models/project.js'
import { ficheList } from '../screens/fiche_list_screen.js'

/** The list of the sheets of a project, and where it stands. */
async function listOf(ctx: HttpContext) {
  const { params, tenant } = ctx
  const project = await Project.getWhole(params.id)
  const base = here('territory.sheets.index', { tenant, id: project.id })
  const sheets = here('territory.projects.index', { tenant }) + '/fiches'
  return { project, base, list: ficheList(project, ctx, sheets) }
}

/** All the sheets of a project as one list: sorted, filtered, taken away, changed together. */
export default class FicheListsController {
  async index(ctx: HttpContext) {
    const { project, base, list } = await listOf(ctx)
    const page = await listPage(ctx, list, base)
    return ctx.view.render('territory/fiches/list', { project, list: page })
  }

  async file(ctx: HttpContext) {
    return listFile(ctx, (await listOf(ctx)).list)
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    const { base, list } = await listOf(ctx)
    return saveView(ctx, list, base)
  }

  async forget(ctx: HttpContext) {
    const { base, list } = await listOf(ctx)
    return forgetView(ctx, list, base)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a sheet that is so already refuses the gesture
    const { base, list } = await listOf(ctx)
    return runBatch(ctx, list, base)
  }

  async show(ctx: HttpContext) {
    const { project, base, list } = await listOf(ctx)
    const batch = lastBatch(ctx, list, base)
    if (!batch) return ctx.response.redirect(base)
    return ctx.view.render('territory/fiches/batch', { batch, project })
  }
}
