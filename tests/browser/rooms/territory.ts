import { landreval } from '#tests/territory/helpers/landreval'
import type { VisitedPage } from '../pages.js'

/** The territorial project, as its lead, a contributor and the inhabitants open it. */
export async function territoryPages(): Promise<VisitedPage[]> {
  const world = await landreval()
  const { base, lead, contributor, projectId, piloted } = world
  const project = `${base}/projets/${projectId}`
  const fiche = `${base}/fiches/${piloted}`
  return [
    { name: 'territory-projects', path: base, as: lead },
    { name: 'territory-project', path: project, as: lead },
    { name: 'territory-project-settings', path: `${project}/reglages`, as: lead },
    { name: 'territory-project-new', path: `${base}/nouveau`, as: lead },
    { name: 'territory-evaluation', path: `${project}/evaluations/2025`, as: lead },
    { name: 'territory-fiche', path: fiche, as: lead },
    { name: 'territory-fiche-contributor', path: fiche, as: contributor },
    { name: 'territory-values', path: `${fiche}/valeurs/2025`, as: contributor },
    { name: 'territory-indicator-new', path: `${fiche}/indicateurs/nouveau`, as: lead },
    { name: 'territory-public', path: '/p/landreval/territory' },
    { name: 'territory-public-fiche', path: `/p/landreval/territory/fiches/${piloted}` },
  ]
}
