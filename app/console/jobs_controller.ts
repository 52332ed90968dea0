import type { HttpContext } from '@adonisjs/core/http'
import { dayAndHour } from '#web/dates'
import { listPage } from '#web/list/index'
import { jobList, JOBS } from './job_list.js'
import { JOB_STATE_WORDS } from './job_states.js'
import { countJobs, jobOf, type JobLine } from './jobs.js'

/** What waits, what runs, what failed and why, for every member at once. */
export default class JobsController {
  async index(ctx: HttpContext) {
    const kinds = await countJobs()
    const list = await listPage(ctx, jobList(kinds), JOBS)
    return ctx.view.render('operator/jobs', { kinds, list, here: ctx.request.url(true) })
  }

  async show({ params, view }: HttpContext) {
    const job = await jobOf(params.id)
    return view.render('operator/job', {
      job,
      shown: JOB_STATE_WORDS[job.state],
      facts: factsOf(job),
    })
  }
}

const factsOf = (job: JobLine) => [
  {
    name: 'Membre',
    value: job.tenantName ?? 'Toute la plateforme',
    href: job.tenantId ? `/exploitation/membres/${job.tenantId}` : undefined,
  },
  { name: 'Essais', value: `${job.attempts} sur ${job.maxAttempts}` },
  { name: job.endedAt ? 'Finie' : 'Prévue', value: dayAndHour(job.endedAt ?? job.runAt) },
  ...Object.entries(job.payload).map(([name, value]) => ({
    name,
    value: typeof value === 'object' ? JSON.stringify(value) : String(value),
    mono: true,
  })),
]
