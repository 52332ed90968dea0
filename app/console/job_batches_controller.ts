import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, lastBatch, listFile, runBatch, saveView } from '#web/list/index'
import { jobList, JOBS } from './job_list.js'
import { countJobs } from './jobs.js'

const list = async () => jobList(await countJobs())

/** The list of jobs as a file, as views that one finds again, and one gesture on several of them. */
export default class JobBatchesController {
  async file(ctx: HttpContext) {
    return listFile(ctx, await list())
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, await list(), JOBS)
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, await list(), JOBS)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a job that does not stand failed any more says so
    return runBatch(ctx, await list(), JOBS)
  }

  async show(ctx: HttpContext) {
    const batch = lastBatch(ctx, await list(), JOBS)
    if (!batch) return ctx.response.redirect(JOBS)
    return ctx.view.render('operator/batch', { batch, crumb: 'Tâches' })
  }
}
