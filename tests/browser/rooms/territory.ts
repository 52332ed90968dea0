import { tenancy } from '#kernel/tenancy'
import { provisionTerritory } from '#rooms/territory'
import Indicator from '#app/territory/models/indicator'
import Project from '#app/territory/models/project'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  'territory.sheets.file',
  'territory.sheets.batch',
  'territory.fiches.pdf',
  'territory.fiches.csv',
  'territory.exports.sheets',
  'territory.exports.values',
  'territory.exports.workbook',
  'territory.evaluations.pdf',
  'territory.public.feed',
  'territory.public.csv',
  'territory.public.evaluation',
]

/** The demo project, committed once for the run, seen by who conducts it and by a contributor. */
export default async function territoryPages(): Promise<VisitedPage[]> {
  const tenant = await place('landreval')
  const lead = await person('Nolwenn Riou', { landreval: ['administrator'] })
  const contributor = await person('Maëlle Le Goff', { landreval: ['contributor'] })
  const people = {
    lead: { userId: lead.id, name: lead.fullName },
    contributor: { userId: contributor.id },
  }
  const [project, piloted, other] = await tenancy.run(tenant.id, async () => {
    const found = await Project.getWhole(await provisionTerritory(tenant, people))
    const [one, two] = found.axes.map((axe) => axe.fiches[0])
    return [found.id, one.id, two.id]
  })
  const { id: indicator } = await tenancy.run(tenant.id, () =>
    Indicator.findByOrFail('ficheId', piloted)
  )
  const base = '/c/landreval/projet'
  const neighbour = await person('Yann Kerbrat', { tregoat: ['administrator'] })
  return [
    { name: 'territory-none', path: '/c/tregoat/projet', as: neighbour },
    { name: 'territory-new', path: `${base}/nouveau`, as: lead },
    { name: 'territory-project', path: `${base}/projets/${project}`, as: lead },
    { name: 'territory-sheets', path: `${base}/projets/${project}/fiches`, as: lead },
    { name: 'territory-settings', path: `${base}/projets/${project}/reglages`, as: lead },
    { name: 'territory-fiche', path: `${base}/fiches/${piloted}`, as: lead },
    { name: 'territory-fiche-read', path: `${base}/fiches/${other}`, as: contributor },
    { name: 'territory-section', path: `${base}/fiches/${piloted}/parties/objectifs`, as: lead },
    { name: 'territory-head', path: `${base}/fiches/${piloted}/parties/essentiel`, as: lead },
    { name: 'territory-budget', path: `${base}/fiches/${piloted}/parties/budget`, as: lead },
    { name: 'territory-steps', path: `${base}/fiches/${piloted}/parties/deroule`, as: lead },
    {
      name: 'territory-question',
      path: `${base}/fiches/${piloted}/parties/partenaires?suite=1`,
      as: lead,
    },
    { name: 'territory-history', path: `${base}/fiches/${piloted}/historique`, as: lead },
    { name: 'territory-values', path: `${base}/fiches/${piloted}/valeurs/2025`, as: lead },
    {
      name: 'territory-indicator',
      path: `${base}/fiches/${piloted}/indicateurs/nouveau`,
      as: lead,
    },
    {
      name: 'territory-indicator-edit',
      path: `${base}/fiches/${piloted}/indicateurs/${indicator}`,
      as: lead,
    },
    { name: 'territory-evaluation', path: `${base}/projets/${project}/evaluations/2025`, as: lead },
    {
      name: 'territory-evaluation-new',
      path: `${base}/projets/${project}/evaluations/2026`,
      as: lead,
    },
    { name: 'territory-public', path: '/p/landreval/projet' },
    { name: 'territory-data', path: '/p/landreval/projet/donnees' },
    { name: 'territory-public-fiche', path: `/p/landreval/projet/fiches/${piloted}` },
    { name: 'territory-public-card', path: `/p/landreval/projet/fiches/${other}` },
  ]
}
