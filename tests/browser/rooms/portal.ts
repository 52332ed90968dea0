import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

export const notPages = ['portal.searches.index', 'portal.streams.show', 'portal.uploads.show']

/** The home and the tasks of somebody for whom something waits, and of a newcomer. */
export default async function portalPages(): Promise<VisitedPage[]> {
  const agent = await person('Maëlle Le Goff', { 'kervalan': ['agent'], 'saint-orven': ['agent'] })
  const { id } = await place('kervalan')
  await tenancy.run(id, () =>
    tasks.open({
      key: `browser:${agent.id}`,
      capability: 'portal',
      title: 'Reprendre la délibération « Tarifs de la cantine pour 2027 »',
      url: '/c/kervalan',
      personId: agent.id,
      dueAt: new Date(Date.now() + 3 * 86_400_000),
    })
  )
  const newcomer = await person('Yann Kerbrat', { 'saint-orven': ['signatory'] })
  return [
    { name: 'home', path: '/c/kervalan', as: agent },
    { name: 'home-empty', path: '/c/saint-orven', as: newcomer },
    { name: 'news', path: '/c/kervalan/evenements', as: agent },
    { name: 'tasks', path: '/mes-taches', as: agent },
    { name: 'search', path: '/c/kervalan/recherche?q=cantine', as: agent },
    { name: 'town', path: '/p/kervalan' },
    { name: 'town-notices', path: '/p/kervalan/mentions-legales' },
    { name: 'town-accessibility', path: '/p/kervalan/accessibilite' },
    { name: 'town-privacy', path: '/p/kervalan/donnees-personnelles' },
  ]
}
