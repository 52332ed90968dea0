import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { countJobs, JOB_STATES, listJobs } from './jobs.js'
import { memberOf } from './members.js'

const filter = vine.create({
  etat: vine.enum(JOB_STATES).optional(),
  nom: vine.string().optional(),
  membre: vine.string().uuid().optional(),
})

/** What waits, what runs, what failed and why, for every member at once. */
export default class JobsController {
  async index({ request, view }: HttpContext) {
    const { etat: state, nom: name, membre: tenantId } = await request.validateUsing(filter)
    return view.render('operator/jobs', {
      kinds: await countJobs({ tenantId }),
      jobs: await listJobs({ state, name, tenantId }),
      member: tenantId ? await memberOf(tenantId) : null,
      state,
      name,
      here: request.url(true),
    })
  }
}
