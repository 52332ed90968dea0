import app from '@adonisjs/core/services/app'
import { SYSTEM, person } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { DateTime } from 'luxon'
import { advance } from './models/advance.js'
import Axe from './models/axe.js'
import Project from './models/project.js'
import ProjectCheck from './models/project_check.js'
import type { FicheStatut } from './rules/fiche_statut.js'
import type { ProjectEvent } from './rules/project_steps.js'
import { createFiche } from './demonstration/create_fiche.js'
import { demonstrate } from './demonstration/demonstrate.js'
import { type ProjectFile, projectFile, sheetDraft } from './demonstration/territory_files.js'

export interface TerritoryPeople {
  /** The person who conducts the project, and the name that her evaluations bear. */
  lead: { userId: string; name: string }
  /** The agent of a member commune who pilots one sheet. */
  contributor: { userId: string }
}

const ROAD: ProjectEvent[] = ['launch', 'diagnose', 'formalise', 'implement']

/**
 * Enters the project of `tenants/demo/territory` in a tenant, with its two real sheets, invented
 * values said to be so, and one frozen evaluation. Does nothing when the project is already there.
 * Call it inside `tenancy.run`; answers the project's id.
 */
export async function provisionTerritory(tenant: Tenant, people: TerritoryPeople): Promise<string> {
  tenancy.trx()
  const folder = app.makePath('tenants', 'demo', 'territory')
  const file = projectFile(folder)
  const known = await Project.findBy('slug', file.slug)
  if (known) return known.id
  const project = await createProject(file)
  await createAxes(project, file, folder, people)
  for (const event of ROAD) await advance(await Project.getWhole(project.id), event, SYSTEM)
  await demonstrate(tenant, await Project.getWhole(project.id), folder, {
    name: people.lead.name,
    actor: person(people.lead.userId),
  })
  return project.id
}

async function createProject(file: ProjectFile): Promise<Project> {
  const project = await Project.create({
    slug: file.slug,
    title: file.titre,
    presentation: file.presentation.join('\n\n'),
    state: 'prerequis',
    eluReferent: file.elu_referent,
    commission: file.commission,
    quotitePercent: file.quotite,
    durationMonths: file.duree_mois,
    communes: file.communes,
    firstYear: file.premiere_annee,
    lastYear: file.derniere_annee,
    public: true,
  })
  await ProjectCheck.createMany(
    file.faits.map(({ code, le, note }) => {
      return { projectId: project.id, code, doneOn: DateTime.fromISO(le), note }
    })
  )
  return project
}

async function createAxes(
  project: Project,
  file: ProjectFile,
  folder: string,
  people: TerritoryPeople
): Promise<void> {
  const pilots: Record<string, string> = {
    lead: people.lead.userId,
    contributor: people.contributor.userId,
  }
  for (const { numero, titre, fiches } of file.axes) {
    const axe = await Axe.create({ projectId: project.id, number: numero, title: titre })
    for (const [index, name] of fiches.entries()) {
      const { statut = 'a_venir', pilote, publique } = file.fiches[name]
      await createFiche(axe, sheetDraft(folder, name), {
        number: index + 1,
        statut: statut as FicheStatut,
        public: publique,
        pilot: pilots[pilote],
      })
    }
  }
}
