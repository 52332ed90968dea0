import { dume } from '#config/dume'
import { tenancy } from '#kernel/tenancy'
import { noteServed } from '#app/procurement/sealer/sealer'
import Consultation from '#app/procurement/drafting/consultation'
import Pli from '#app/procurement/deposit/pli'
import { TOLD_FORMAT } from '#app/procurement/rules/told_candidature'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#lib/values'
import { saveSearch } from '#app/procurement/alerts/alert'
import { saveOwnSearch } from '#app/procurement/alerts/own_search'
import DossierVersion from '#app/procurement/changing/dossier_version'
import Question from '#app/procurement/questions/question'
import Follower from '#app/procurement/changing/follower'
import {
  bidder,
  onlineConsultation,
  openedConsultation,
  type Bidder,
} from '#tests/procurement/bidders'
import { dividedAnalysis } from '#tests/procurement/lots'
import { aGroup } from '#tests/procurement/group_in_place'
import { someSiret } from '#tests/helpers/siren'
import { market } from '#tests/procurement/room'
import type { VisitedPage } from '../pages.js'

const DRAFT = {
  title: 'Réfection de la cour de l’école',
  description: 'Reprise des enrobés de la cour et pose de deux arbres.',
  nature: 'travaux' as const,
  estimate: '85000' as never,
  cpv: '45233140',
  placeCode: '35120',
  durationMonths: 6,
  ccag: 'Travaux',
  priceForm: 'Forfaitaire',
  priceType: 'Définitif ferme',
  hasAdvance: false,
  criteria: [
    { key: 'price' as const, label: 'Prix des prestations', weight: 60 },
    { key: 'environment' as const, label: 'Performance environnementale', weight: 40 },
  ],
  threshold: 2,
  zone: 'Europe/Paris',
}

/** What a browser saves, or a program reads. */
export const notPages = [
  'procurement.lists.show',
  'procurement.papers.show',
  'procurement.plis_of_buyer.index',
  'procurement.plis_of_buyer.sealed',
  'procurement.plis_of_buyer.file',
  'procurement.openings.parts',
  'procurement.exercises.parts',
  'procurement.public.decp.json',
  'procurement.public.sealers.json',
  'procurement.public.decp.xml',
  'procurement.public.consultations.rc',
  'procurement.public.consultations.dce',
  'procurement.public.consultations.notice',
  'procurement.public.consultations.dume',
  'procurement.public.consultations.trousseau',
  'procurement.public.consultations.document',
  'procurement.attestations.show',
  'procurement.registers.show',
  'procurement.public.versions.dce',
  'procurement.public.versions.document',
  'procurement.plis.show',
  'procurement.plis.receipt',
  'procurement.plis.token',
  'procurement.plis.letter',
  'procurement.lot_letters.show',
  'procurement.last_keys.show',
  'procurement.dossiers.index',
  'procurement.dossiers.show',
  'procurement.vault.show',
]

/** Several specs make these pages in one base. */
const someReference = () => uuidv7().slice(-12)

/** The opened pli says that a group answers, and to whom it subcontracts. */
const answeredTogether = (tenantId: string, consultationId: string, siret: string) =>
  tenancy.run(tenantId, () =>
    Pli.query()
      .where({ consultationId })
      .update({
        candidature: JSON.stringify({
          ...{ format: TOLD_FORMAT, consultation: consultationId, form: 'conjoint' },
          members: [
            { siret, name: 'CARIOU', part: '60.00', work: 'Enrobés' },
            { siret: someSiret(), name: 'PENNEC', part: '40.00', work: 'Plantations' },
          ],
          sousTraitants: [{ name: 'Pépinière', siret: null, amount: '900', nature: 'Arbres' }],
        }),
      })
  )

/** The pages of procurement, as an agent, a holder and a company open them. */
export default async function procurementPages(): Promise<VisitedPage[]> {
  const town = await market()
  const her = await bidder('Cariou')
  const draft = await tenancy.run(town.tenant.id, () =>
    Consultation.create({
      ...DRAFT,
      reference: someReference(),
      state: 'draft',
      deadline: clock.now().plus({ days: 25 }),
    })
  )
  const online = await openedConsultation(town, her, { ...DRAFT, reference: someReference() })
  const lot = await dividedAnalysis(town, online)
  await answeredTogether(town.tenant.id, online, her.siret)
  const open = await onlineConsultation(town)
  const follower = await tenancy.run(town.tenant.id, () =>
    Follower.create({ consultationId: open, email: 'veille@exemple.test' })
  )
  const question = await tenancy.run(town.tenant.id, () => askedIn(open, her))
  const { id: alert } = await tenancy.run(town.tenant.id, () =>
    saveSearch({
      email: `veille-${uuidv7()}@exemple.test`,
      criteria: { q: 'école', cpv: '45' },
      pace: 'daily',
    })
  )
  const group = await aGroup(town.tenant.id, open)
  const { alert: search } = await saveOwnSearch(her.session.outsider.personId, {
    ...{ criteria: { q: 'école' }, pace: 'daily', isMailed: false },
    webhook: 'https://logiciel.exemple.fr/crochet',
  })
  const digest = 'a4'.repeat(32)
  await tenancy.run(town.tenant.id, async () => {
    await noteServed({ digest, files: [{ name: 'assets/app-4f1c.js', sha256: digest }] })
    await Pli.query().where('consultationId', online).update({ sealer: digest })
  })
  // The form that asks for a number is shown; nobody sends it
  dume.url ||= 'http://127.0.0.1:9/dume'
  const base = '/c/kervalan/marches'
  const page = `${base}/${online}`
  return [
    { name: 'procurement-list', path: base, as: town.agent },
    { name: 'procurement-new', path: `${base}/nouvelle`, as: town.agent },
    { name: 'procurement-edit', path: `${base}/${draft.id}/modifier`, as: town.agent },
    { name: 'procurement-lots', path: `${base}/${draft.id}/lots`, as: town.agent },
    { name: 'procurement-draft', path: `${base}/${draft.id}`, as: town.agent },
    { name: 'procurement-holders', path: `${base}/trousseau`, as: town.agent },
    { name: 'procurement-consultation', path: page, as: town.agent },
    { name: 'procurement-online', path: `${base}/${open}`, as: town.agent },
    { name: 'procurement-opening', path: `${page}/ouverture`, as: town.holders[0].user },
    { name: 'procurement-award', path: `${page}/attribution`, as: town.agent },
    { name: 'procurement-lot-award', path: `${page}/lots/${lot}/attribution`, as: town.agent },
    { name: 'procurement-end-lot', path: `${page}/lots/${lot}/fin`, as: town.agent },
    { name: 'procurement-extend', path: `${base}/${open}/prorogation`, as: town.agent },
    { name: 'procurement-abandon', path: `${base}/${open}/sans-suite`, as: town.agent },
    { name: 'procurement-questions', path: `${base}/${open}/questions`, as: town.agent },
    { name: 'procurement-question', path: `${base}/${open}/questions/${question}`, as: town.agent },
    { name: 'procurement-availability', path: `${base}/${open}/disponibilite`, as: town.agent },
    { name: 'procurement-registers', path: `${base}/${open}/registres`, as: town.agent },
    { name: 'procurement-dossier', path: `${base}/${open}/dossier`, as: town.agent },
    {
      name: 'procurement-asked-questions',
      path: `/moi/marches/kervalan/${open}/questions`,
      session: her.session,
    },
    { name: 'procurement-public-open', path: `/p/kervalan/marches/${open}` },
    { name: 'procurement-alert-new', path: '/p/kervalan/marches/alertes' },
    { name: 'procurement-alert', path: `/p/kervalan/marches/alertes/${alert}` },
    { name: 'procurement-follower', path: `/p/kervalan/marches/suivi/${follower.id}` },
    {
      name: 'procurement-deposit-open',
      path: `/moi/marches/kervalan/${open}`,
      session: her.session,
    },
    {
      name: 'procurement-deposit',
      path: `/moi/marches/kervalan/${online}`,
      session: her.session,
    },
    { name: 'candidature', path: group.page, session: group.lead.session },
    { name: 'candidature-own', path: group.ownPage, session: group.other.session },
    { name: 'candidature-espd', path: `${group.ownPage}/dume`, session: group.other.session },
    { name: 'candidature-invitation', path: group.link, session: group.invited.session },
    { name: 'vault', path: '/moi/coffre', session: group.other.session },
    { name: 'procurement-space', path: '/moi', session: her.session },
    { name: 'procurement-answers', path: '/moi/marches', session: her.session },
    { name: 'procurement-searches', path: '/moi/recherches', session: her.session },
    { name: 'procurement-search', path: `/moi/recherches/${search.id}`, session: her.session },
    { name: 'procurement-add-lot', path: `${base}/${open}/lots/ajout`, as: town.agent },
    { name: 'procurement-public-list', path: '/p/kervalan/marches' },
    { name: 'procurement-sealers', path: '/p/kervalan/marches/journal-du-scelleur' },
    { name: 'procurement-preparation', path: '/p/kervalan/marches/preparer' },
    { name: 'procurement-public', path: `/p/kervalan/marches/${online}` },
  ]
}

/** A version of one file of a dossier, that everybody may take. */
async function keptFile(words: string) {
  const bytes = Buffer.from(`CCTP : délai de ${words}`)
  const { id, sha256, size } = await documents.store(bytes, { name: 'CCTP.pdf' })
  return { name: 'CCTP.pdf', documentId: id, sha256, size }
}

/** A question that waits and one that is answered, and a dossier that has changed. */
async function askedIn(consultationId: string, { siret, establishmentId, session }: Bidder) {
  const asked = {
    consultationId,
    ...{ siret, establishmentId, company: 'CARIOU', asker: 'Anne Cariou' },
    personId: session.outsider.personId,
    text: 'Bonjour, Cariou demande si la cote du plan 3 est en mètres.',
    askedAt: clock.now(),
    isLate: false,
  }
  await Question.create({
    ...asked,
    state: 'answered',
    number: 1,
    publishedText: 'La cote du plan 3 est-elle en mètres ?',
    answer: 'Oui, comme toutes les autres.',
    answeredAt: clock.now(),
  })
  const [former, file] = [await keptFile('six mois'), await keptFile('huit mois')]
  const diff = { added: [], removed: [], renamed: [], modified: [] }
  await DossierVersion.create({
    ...{ consultationId, number: 1, reason: 'Publication', weight: 'minor' as const, diff },
    files: [former],
    at: clock.now(),
  })
  await DossierVersion.create({
    ...{ consultationId, number: 2, reason: 'Le délai passe à huit mois.' },
    weight: 'important' as const,
    files: [file],
    diff: { ...diff, modified: [{ ...file, from: former.sha256 }] },
    sentences: {
      'CCTP.pdf': {
        added: ['Délai : huit mois.'],
        removed: ['Délai : six mois.'],
        isCut: false,
      },
    },
    at: clock.now(),
  })
  return (await Question.create({ ...asked, state: 'asked' })).id
}
