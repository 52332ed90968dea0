import { tasks } from '#kernel/tasks'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  'portal.tasks.file',
  'portal.searches.index',
  'portal.streams.show',
  'portal.uploads.show',
  'portal.images.preview',
  'portal.public.images.show',
]

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
  const breton = await person('Maïwenn Le Bris', { kervalan: ['agent'] })
  await breton.merge({ datesLanguage: 'br' }).save()
  await tenancy.run(id, () =>
    tasks.open({
      key: `browser:${breton.id}`,
      capability: 'portal',
      title: 'Relire la délibération du 12 mars 2026',
      url: '/c/kervalan',
      personId: breton.id,
      dueAt: new Date(Date.now() + 3 * 86_400_000),
    })
  )
  const newcomer = await person('Yann Kerbrat', { 'saint-orven': ['signatory'] })
  await tellContact()
  const secretary = await person('Soizic Madec', { tregoat: ['administrator'] })
  return [
    { name: 'front-found', path: '/?q=st+orven' },
    { name: 'front-nothing-found', path: '/?q=quimperle' },
    { name: 'town-reached', path: '/p/tregoat' },
    { name: 'public-side', path: '/c/tregoat/cote-public', as: secretary },
    { name: 'home', path: '/c/kervalan', as: agent },
    { name: 'home-empty', path: '/c/saint-orven', as: newcomer },
    { name: 'news', path: '/c/kervalan/evenements', as: agent },
    { name: 'tasks', path: '/mes-taches', as: agent },
    { name: 'tasks-in-breton', path: '/mes-taches', as: breton },
    { name: 'account-in-breton', path: '/compte', as: breton },
    { name: 'search', path: '/c/kervalan/recherche?q=cantine', as: agent },
    { name: 'wide-search', path: '/recherche?q=cantine', as: agent },
    { name: 'town', path: '/p/kervalan' },
    { name: 'town-notices', path: '/p/kervalan/mentions-legales' },
    { name: 'town-accessibility', path: '/p/kervalan/accessibilite' },
    { name: 'town-privacy', path: '/p/kervalan/donnees-personnelles' },
  ]
}

/** A member that says where it is and when it is open. */
async function tellContact() {
  const tenant = await place('tregoat')
  await tenancy.run(tenant.id, () =>
    saveSettings('portal', {
      ...tenant.settings.portal,
      legalAddress: '3 place de l’Église, 22450 Trégoat',
      legalPhone: '02 96 00 00 00',
      publicEmail: 'mairie@tregoat.test',
      website: 'https://www.tregoat.test',
      openingHours: ['lundi 09:00-12:00 14:00-17:30', 'mercredi 09:00-12:00'],
      hoursNote: 'Fermé le premier lundi du mois.',
    })
  )
}
