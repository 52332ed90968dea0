import string from '@adonisjs/core/helpers/string'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { ProjectNamesake } from '../errors.js'
import { openForm } from '../forms/open_form.js'
import { projectForm } from '../forms/project_form.js'
import { receiveForm, refuseProblems, settleForm } from '../forms/receive_form.js'
import { admitInvitedPilots } from '../models/invite_pilot.js'
import { namedCommunes } from '../models/named_communes.js'
import Project from '../models/project.js'
import { type TypedProject, readProject } from '../rules/parts/project_definition.js'
import { Reader } from '../rules/parts/reader.js'
import { projectScreen } from '../screens/project_screen.js'

export default class ProjectsController {
  async index({ view, response, tenant, allows }: HttpContext) {
    await admitInvitedPilots()
    const projects = await Project.query().orderBy('lastYear', 'desc')
    if (projects.length === 1) {
      return response.redirect(`/c/${tenant.slug}/projet/projets/${projects[0].id}`)
    }
    return view.render('territory/projects/index', { projects, leads: allows('territory.lead') })
  }

  async show(ctx: HttpContext) {
    await admitInvitedPilots()
    const project = await Project.getWhole(ctx.params.id)
    return ctx.view.render('territory/projects/show', await projectScreen(project, ctx))
  }

  async create({ view, actor }: HttpContext) {
    const opened = await openForm(actor.id!, projectForm(null))
    const firstYear = clock.today().year
    return view.render('territory/projects/edit', { project: null, opened, firstYear })
  }

  async store(ctx: HttpContext) {
    const form = projectForm(null)
    const typed = await receiveForm(ctx, form)
    if (typed === null) return
    const { unknown, ...given } = await definitionIn(typed)
    const slug = string.slug(given.title, { lower: true, strict: true })
    if (await Project.findBy('slug', slug)) throw new ProjectNamesake().at('title')
    const project = await Project.create({ ...given, slug, state: 'prerequis' })
    const { ref: subject } = project
    await journal.append({ type: 'territory.project_created', subject, actor: ctx.actor })
    await settleForm(ctx, form)
    sayUnknown(ctx, unknown)
    ctx.session.flash('success', 'Le projet est créé. Remplissez ses prérequis pour le lancer.')
    return ctx.response.redirect(`/c/${ctx.tenant.slug}/projet/projets/${project.id}`)
  }

  async edit({ params, view, actor }: HttpContext) {
    const project = await Project.get(params.id)
    const opened = await openForm(actor.id!, projectForm(project))
    return view.render('territory/projects/edit', { project, opened })
  }

  async update(ctx: HttpContext) {
    const project = await Project.hold(ctx.params.id)
    const form = projectForm(project)
    const typed = await receiveForm(ctx, form)
    if (typed === null) return
    const { unknown, ...given } = await definitionIn(typed)
    project.merge(given)
    const fields = Object.keys(project.$dirty)
    await project.save()
    if (fields.length > 0) {
      await journal.append({
        type: 'territory.project_changed',
        subject: project.ref,
        actor: ctx.actor,
        data: { fields },
      })
    }
    await settleForm(ctx, form)
    sayUnknown(ctx, unknown)
    ctx.session.flash('success', 'Les réglages du projet sont enregistrés.')
    return ctx.response.redirect(`/c/${ctx.tenant.slug}/projet/projets/${project.id}`)
  }
}

async function definitionIn(typed: TypedProject) {
  const reader = new Reader()
  const definition = readProject(typed, reader)
  refuseProblems(reader.problems)
  return { ...definition, ...(await namedCommunes(definition.communes)) }
}

/** Nothing is refused: whoever meant a member sees that its name is to be written better. */
function sayUnknown({ session }: HttpContext, unknown: string[]) {
  if (unknown.length === 0) return
  const names = unknown.map((name) => `« ${name} »`).join(', ')
  session.flash('notice', `Gardé tel qu’écrit, faute de membre de ce nom\u202f: ${names}.`)
}
