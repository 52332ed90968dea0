import type User from '#kernel/people/user'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import Axe from '#app/territory/models/axe'
import type Fiche from '#app/territory/models/fiche'
import Project from '#app/territory/models/project'
import type { ProjectStep } from '#app/territory/rules/project_steps'
import { createFiche } from '#app/territory/demonstration/create_fiche'
import { sheet } from '#tests/territory/helpers/sheets'
import { person, place } from '#tests/world/world'

/** A project of its own for one group of tests, with its two real sheets and those who work on it. */
export interface Landreval {
  tenant: Tenant
  lead: User
  /** An agent of Kervalan: she pilots the first sheet here, and nothing else. */
  contributor: User
  projectId: string
  piloted: string
  other: string
  base: string
}

export async function landreval(state: ProjectStep = 'prerequis'): Promise<Landreval> {
  const tenant = await place('landreval')
  const lead = await person('Nolwenn Riou', { landreval: ['administrator'] })
  const contributor = await person('Maëlle Le Goff', {
    kervalan: ['agent'],
    landreval: ['contributor'],
  })
  const ids = await tenancy.run(tenant.id, async () => {
    const project = await Project.create({
      slug: `essai-${uuidv7()}`,
      title: 'Projet d’essai',
      presentation: 'Deux axes, deux actions.',
      state,
      firstYear: 2024,
      lastYear: 2026,
      communes: [],
      public: false,
    })
    const piloted = await underAxe(project, 1, 'poursuivre_la_mise_en_ligne', contributor.id)
    const other = await underAxe(project, 2, 'guichetnumerik', lead.id)
    return { projectId: project.id, piloted: piloted.id, other: other.id }
  })
  return { tenant, lead, contributor, ...ids, base: `/c/${tenant.slug}/projet` }
}

async function underAxe(
  project: Project,
  number: number,
  name: Parameters<typeof sheet>[0],
  pilot: string
): Promise<Fiche> {
  const axe = await Axe.create({ projectId: project.id, number, title: `Axe ${number}` })
  const placed = { number: 1, statut: 'en_cours' as const, public: true, pilot }
  return createFiche(axe, sheet(name), placed)
}

/** Runs in the name of the EPCI. */
export const inLandreval = <T>(world: Landreval, work: () => Promise<T>): Promise<T> =>
  tenancy.run(world.tenant.id, work)

export { SYSTEM }
