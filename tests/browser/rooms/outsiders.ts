import { askAttachment, approveAttachment } from '#app/outsiders/organisations/ask'
import { drawInvitation, inviteColleague } from '#app/outsiders/organisations/invite'
import { keepEstablishment } from '#app/outsiders/organisations/keep'
import MandateCheck from '#app/outsiders/organisations/mandate_check'
import Recovery from '#app/outsiders/counter/recovery'
import Likeness from '#app/outsiders/likeness/likeness'
import { meet } from '#app/outsiders/people/meet'
import { tenancy } from '#kernel/tenancy'
import { bakery, entryOf } from '#tests/outsiders/organisations'
import { paperOf, somebody } from '#tests/outsiders/people'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

/** What a program reads. */
export const notPages = ['outsiders.identity.json']

/** The pages of somebody who is no agent, and the counter where she is welcomed. */
export default async function outsidersPages(): Promise<VisitedPage[]> {
  const tenant = await place('kervalan')
  const her = await somebody({
    givenNames: ['Angela'],
    birthName: 'Dubois',
    birthdate: '1962-00-00',
  })
  await paperOf(her.id)
  const shop = await bakery(her.id, 'Le Fournil du quai')
  const other = await somebody({ givenNames: ['Soazig'], birthName: 'Pennec' })
  const asked = await askAttachment({ personId: other.id, name: other.fullName }, shop)
  const club = await keepEstablishment({ entry: entryOf({ name: 'Club de voile' }) })
  await askAttachment({ personId: her.id, name: her.fullName }, club)
  const third = await somebody({ givenNames: ['Paul'], birthName: 'Lescop' })
  const held = await askAttachment({ personId: third.id, name: third.fullName }, shop)
  await approveAttachment(held, { kind: 'system' }, 'manager')
  const at = { personId: her.id, establishmentId: shop.id }
  const wanted = { email: 'x@exemple.fr', fullName: 'Paul Lescop', role: 'colleague' as const }
  const drawn = await drawInvitation(await inviteColleague(at, wanted), shop.id)
  const twin = await somebody({
    givenNames: ['Angella'],
    birthName: 'Dubois',
    birthdate: '1962-08-24',
    birthplace: '75107',
  })
  const doubtId = uuidv7()
  const as = await person('Maëlle Le Goff', { kervalan: ['counter'] })
  const { id: askedBy } = await person('Erwan Tanguy', { kervalan: ['counter'] })
  await tenancy.run(tenant.id, async () => {
    await meet(her.id, 'counter')
    await Recovery.create({
      personId: other.id,
      personName: other.fullName,
      askedBy,
      state: 'asked',
    })
    const names = { personName: other.fullName, establishmentName: shop.name }
    const ids = { attachmentId: asked.id, personId: other.id, establishmentId: shop.id }
    await MandateCheck.create({ ...ids, ...names, state: 'asked' })
    const both = { personId: her.id, personName: her.fullName, otherId: twin.id }
    await Likeness.create({ ...both, id: doubtId, otherName: twin.fullName, state: 'waiting' })
  })
  const own = { personId: her.id, name: her.fullName, proof: 'paper_code' as const }
  const { id, organisationId, name } = shop
  const session = { outsider: own }
  const there = { outsider: { ...own, establishment: { id, organisationId, name } } }
  const claims = { issuer: 'https://fc.test', sub: 'x', provider: 'FranceConnect' }
  return [
    { name: 'outside-sign-in', path: '/moi/connexion' },
    { name: 'outside-sign-up', path: '/moi/inscription' },
    { name: 'outside-lost', path: '/moi/acces-perdu' },
    {
      name: 'outside-code',
      path: '/moi/code',
      session: { door_code: { id: her.id, address: 'a…@exemple.fr' } },
    },
    {
      name: 'outside-said-code',
      path: '/moi/code',
      session: { door_code: { id: her.id, address: 'qui finit par 12', how: 'sms' } },
    },
    {
      name: 'outside-link',
      path: '/moi/rapprochement',
      session: { claims_waiting: { claims, twins: [her.id] } },
    },
    { name: 'outside-doors', path: '/moi/porte', session },
    { name: 'outside-home', path: '/moi', session },
    { name: 'outside-identity', path: '/moi/identite', session },
    { name: 'outside-contact', path: '/moi/coordonnees', session },
    { name: 'outside-access', path: '/moi/acces', session },
    { name: 'outside-accounts', path: '/moi/comptes', session },
    { name: 'outside-sessions', path: '/moi/sessions', session },
    { name: 'outside-tokens', path: '/moi/jetons', session },
    { name: 'outside-organisations', path: '/moi/organismes', session },
    { name: 'outside-add', path: '/moi/organismes/ajouter', session },
    { name: 'outside-confirm', path: '/moi/organismes/verifier?numero=W351004728', session },
    { name: 'outside-place', path: '/moi/organismes/ici', session: there },
    { name: 'outside-invitation', path: `/moi/invitation/${drawn!.secret}`, session },
    { name: 'outside-counter', path: '/c/kervalan/accueil', as },
    { name: 'outside-counter-open', path: '/c/kervalan/accueil/ouverture', as },
    { name: 'outside-counter-lost', path: '/c/kervalan/accueil/acces-perdu', as },
    { name: 'outside-counter-mandates', path: '/c/kervalan/accueil/mandats', as },
    { name: 'outside-counter-alike', path: '/c/kervalan/accueil/ressemblances', as },
    {
      name: 'outside-counter-compare',
      path: `/c/kervalan/accueil/ressemblances/${doubtId}`,
      as,
    },
  ]
}
