import { person as actorOf } from '#kernel/actor'
import User from '#kernel/people/user'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { inboxStore } from '#app/actes/gateways/inbox_store'
import { publish } from '#app/actes/jobs/publish'
import Annexe from '#app/actes/models/annexe'
import Answer from '#app/actes/models/answer'
import { fromDay } from '#app/actes/models/days'
import { received } from '#tests/actes/kept_back'
import { change, commune, draftOf, signedActe } from '#tests/actes/room'
import { person } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

const OUTSIDE = { kind: 'outside' } as const

export const notPages = [
  'operator.actes.answers.show',
  'actes.documents.show',
  'actes.lists.show',
  // It says what was done once: looked at where something is (tests/browser/forty_actes_at_once)
  'actes.batches.show',
  'actes.public.register.feed',
  'actes.public.register.csv',
  'actes.public.register.scdl',
  'actes.public.register.stamped',
  'actes.public.register.signed',
  'actes.public.register.annexe',
]

/** Actes at each stage of their life, seen by an agent, an operator and an inhabitant. */
export default async function actesPages(): Promise<VisitedPage[]> {
  const kervalan = await commune()
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent', 'administrator'] })
  const reader = await person('Léna Tanguy', { kervalan: ['reader'] })
  const operator = await User.create({
    fullName: 'Nolwenn Riou',
    email: `nolwenn.${agent.id}@exemple.test`,
    password: 'mot de passe de test',
    isOperator: true,
  })
  const by = actorOf(agent.id)
  const draft = await draftOf(kervalan, {
    objet: 'Tarifs de la cantine pour 2027',
    createdBy: agent.id,
  } as never)
  await tenancy.run(kervalan.id, () =>
    Annexe.create({ acteId: draft.id, documentId: draft.documentId!, typePj: '', position: 1 })
  )
  const signed = await signedActe(kervalan, { objet: 'Règlement de la médiathèque' } as never)
  const anomaly = await signedActe(kervalan, {
    objet: 'Convention pour l’instruction des autorisations d’urbanisme',
  } as never)
  await change(kervalan, anomaly.id, async (acte) => {
    await acte.step('transmit', by)
    acte.anomalyCode = '002'
    acte.anomalyDetail =
      'Votre acte a été transmis avec une date de classification qui n’est pas à jour'
    await acte.step('report_anomaly', OUTSIDE, { reason: acte.anomalyDetail })
  })
  const published = await signedActe(kervalan, {
    objet: 'Dénomination de la rue du Lavoir',
  } as never)
  await change(kervalan, published.id, async (acte) => {
    await acte.step('transmit', by)
    acte.identifier = `035-${kervalan.siren}-20261120-${acte.numero}-DE`
    await acte.step('hand_over', { kind: 'system' })
    acte.receivedOn = fromDay(LocalDate.parse('2026-11-22'))
    await acte.step('acknowledge', OUTSIDE)
  })
  await tenancy.run(kervalan.id, () => publish(published.id))
  const mail = (await inboxStore.keep(
    Buffer.from(`Message-ID: <${agent.id}@x>\r\nSubject: @CTES\r\n\r\nillisible`)
  ))!
  await inboxStore.decide(mail, async () => ({
    state: 'unreadable',
    subject: '@CTES réponse',
    error: 'Le courriel ne contient aucun message XML.',
  }))
  const other = (await inboxStore.keep(
    Buffer.from(`Message-ID: <${agent.id}@y>\r\nSubject: @CTES\r\n\r\nx`)
  ))!
  await inboxStore.decide(other, async () => ({
    state: 'unmatched',
    subject: '@CTES 1-2',
    error: 'Aucun acte ne correspond à cette réponse.',
    routedTo: kervalan.id,
  }))
  const letter = await tenancy.run(kervalan.id, async () =>
    Answer.create({
      mailId: other,
      acteId: published.id,
      kind: '3-1',
      fingerprint: `3-1|${agent.id}`,
      decision: 'noted',
      documentId: draft.documentId!,
      attachmentIds: [draft.documentId!],
      saidOn: '2026-11-22',
      detail: 'Merci de transmettre le plan annexé.',
      receivedAt: clock.now(),
    })
  )
  const keptBack = await received(kervalan)
  const base = '/c/kervalan/actes'
  return [
    { name: 'home-of-agent', path: '/c/kervalan', as: agent },
    { name: 'home-of-reader', path: '/c/kervalan', as: reader },
    { name: 'actes-list', path: base, as: agent },
    { name: 'actes-new', path: `${base}/nouveau`, as: agent },
    { name: 'actes-first-step', path: `${base}/nouveau?etape=nature`, as: agent },
    { name: 'actes-edit', path: `${base}/${draft.id}/modifier`, as: agent },
    ...['decision', 'documents', 'suites', 'verification'].map((step) => ({
      name: `actes-step-${step}`,
      path: `${base}/${draft.id}/modifier?etape=${step}`,
      as: agent,
    })),
    { name: 'actes-draft', path: `${base}/${draft.id}`, as: agent },
    { name: 'actes-signed', path: `${base}/${signed.id}`, as: agent },
    { name: 'actes-anomaly', path: `${base}/${anomaly.id}`, as: agent },
    { name: 'actes-published', path: `${base}/${published.id}`, as: agent },
    { name: 'actes-kept-back', path: `${base}/${keptBack.id}`, as: agent },
    { name: 'actes-letter', path: `${base}/${published.id}/courriers/${letter.id}`, as: agent },
    { name: 'actes-classification', path: `${base}/classification`, as: agent },
    { name: 'actes-settings', path: `${base}/reglages`, as: agent },
    { name: 'forbidden', path: `${base}/reglages`, as: reader, status: 403 },
    { name: 'actes-answers', path: '/exploitation/actes/reponses', as: operator },
    { name: 'actes-public', path: '/p/kervalan/actes' },
    { name: 'actes-public-asked', path: '/p/kervalan/actes?annee=2026&tri=anciens' },
    { name: 'actes-public-acte', path: `/p/kervalan/actes/${published.id}` },
  ]
}
