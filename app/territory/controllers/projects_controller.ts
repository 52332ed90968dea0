import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import string from '@adonisjs/core/helpers/string'
import { ProjectNamesake } from '../errors.js'
import { admitInvitedPilots } from '../models/invite_pilot.js'
import Project from '../models/project.js'
import { projectScreen } from '../models/project_screen.js'
import { projectValidator } from '../validators/project.js'

export default class ProjectsController {
  async index({ view, response, tenant, allows }: HttpContext) {
    await admitInvitedPilots()
    const projects = await Project.query().orderBy('lastYear', 'desc')
    if (projects.length === 1) {
      return response.redirect(`/c/${tenant.slug}/territory/projets/${projects[0].id}`)
    }
    return view.render('territory/projects/index', { projects, leads: allows('territory.lead') })
  }

  async show(ctx: HttpContext) {
    await admitInvitedPilots()
    const project = await Project.whole(ctx.params.id)
    return ctx.view.render('territory/projects/show', await projectScreen(project, ctx))
  }

  async create({ view }: HttpContext) {
    const firstYear = clock.today().year
    return view.render('territory/projects/edit', { project: null, firstYear })
  }

  async store({ request, response, session, tenant }: HttpContext) {
    const given = readProject(await request.validateUsing(projectValidator))
    const slug = string.slug(given.title, { lower: true, strict: true })
    if (await Project.findBy('slug', slug)) throw new ProjectNamesake().at('title')
    const project = await Project.create({ ...given, slug, state: 'prerequis' })
    session.flash('success', 'Le projet est créé. Remplissez ses prérequis pour le lancer.')
    return response.redirect(`/c/${tenant.slug}/territory/projets/${project.id}`)
  }

  async edit({ params, view }: HttpContext) {
    const project = await Project.findOrFail(params.id)
    return view.render('territory/projects/edit', { project, firstYear: project.firstYear })
  }

  async update({ params, request, response, session, tenant }: HttpContext) {
    const project = await Project.findOrFail(params.id)
    await project.merge(readProject(await request.validateUsing(projectValidator))).save()
    session.flash('success', 'Les réglages du projet sont enregistrés.')
    return response.redirect(`/c/${tenant.slug}/territory/projets/${project.id}`)
  }
}

function readProject(given: Awaited<ReturnType<typeof projectValidator.validate>>) {
  const { communes = '', firstYear, lastYear, ...rest } = given
  return {
    ...rest,
    presentation: rest.presentation ?? '',
    eluReferent: rest.eluReferent ?? null,
    commission: rest.commission ?? null,
    quotitePercent: rest.quotitePercent ?? null,
    durationMonths: rest.durationMonths ?? null,
    public: rest.public ?? false,
    communes: communes
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean),
    firstYear,
    lastYear: Math.max(firstYear, lastYear),
  }
}
