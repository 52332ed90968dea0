import { openFolder } from '#rooms/parapheur'
import { SYSTEM, type Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenants } from '#kernel/tenant'
import { DateTime } from 'luxon'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { AwardRefused } from '../errors.js'
import { awardNotified, decpPublished } from '../events.js'
import { faultsOf, marcheOfAward } from './decp_of.js'
import { awardPdf, letterPdf, type AwardedOffer } from '../formats/award_pdf.js'
import { FOLDER_TYPE } from '../publication/submit.js'
import type { RankedOffer } from '../rules/award.js'

/** The plis that were opened, the first received first. */
export const openedOf = ({ id }: Consultation): Promise<Pli[]> =>
  Pli.query()
    .where('consultationId', id)
    .whereIn('state', ['opened', 'retained', 'rejected'])
    .whereNotNull('manifest')
    .orderBy('receivedAt')
    .exec()

/**
 * Proposes the first of the ranking: the decision and the letters go to the parapheur together.
 * @throws E_TRANSITION_NOT_ALLOWED, E_AWARD_REFUSED
 */
export async function propose(
  consultation: Consultation,
  ranked: RankedOffer[],
  by: Actor
): Promise<void> {
  const plis = await openedOf(consultation)
  if (plis.length === 0)
    throw new AwardRefused('Aucune offre n’est ouverte : déclarez la consultation sans suite.')
  const offers = await noteAll(plis, ranked)
  const [decision, ...letters] = await papersOf(consultation, offers)
  for (const [index, { pli: id }] of ranked.entries())
    await plis
      .find((pli) => pli.id === id)!
      .merge({ letterDocumentId: letters[index] })
      .save()
  const { folderId } = await openFolder({
    title: `Attribuer ${consultation.reference} : ${consultation.title}`.slice(0, 250),
    documents: [decision, ...letters].map((documentId) => ({ documentId, toSign: true })),
    origin: { capability: 'procurement', id: consultation.id },
    type: FOLDER_TYPE,
    by,
  })
  const [first] = ranked
  consultation.merge({
    awardedPliId: first.pli,
    awardAmount: first.amount as never,
    awardReason: first.reason,
    awardFolderId: folderId,
    awardDocumentId: decision,
  })
  await consultation.step('propose', by, { data: { pli: first.pli } })
}

async function noteAll(plis: Pli[], ranked: RankedOffer[]): Promise<AwardedOffer[]> {
  const byId = new Map(plis.map((pli) => [pli.id, pli]))
  if (ranked.length !== plis.length || ranked.some(({ pli }) => !byId.has(pli)))
    throw new AwardRefused('Notez toutes les offres ouvertes, et elles seules.')
  const offers = []
  for (const { pli: id, note, amount, reason, rank } of ranked) {
    const pli = byId.get(id)!
    await pli.merge({ note: note as never, amount: amount as never, noteReason: reason }).save()
    offers.push({ company: pli.company, siret: pli.siret, note, amount, reason, rank })
  }
  return offers
}

/** The decision, then the letters in the order of the ranking. */
async function papersOf(consultation: Consultation, offers: AwardedOffer[]): Promise<string[]> {
  const tenant = await tenants.current()
  const { reference, title } = consultation
  const award = { reference, title, offers }
  const day = clock.today().toString()
  const letterhead = { buyer: tenant.name, accent: tenant.accent, day }
  const name = reference.replaceAll('/', '-')
  const decision = await documents.store(await awardPdf(award, letterhead), {
    name: `attribution-${name}.pdf`,
  })
  const letters = []
  for (const offer of offers) {
    const pdf = await letterPdf(award, offer, letterhead)
    letters.push((await documents.store(pdf, { name: `lettre-${offer.siret}.pdf` })).id)
  }
  return [decision.id, ...letters]
}

/** The day, as a column keeps it. */
export const today = () => DateTime.fromISO(clock.today().toString(), { zone: 'utc' })

/** The letters are put where each company reads its own, and the essential data are published. */
export async function notify(consultation: Consultation, by: Actor): Promise<void> {
  consultation.notifiedOn = today()
  await consultation.step('notify', by)
  for (const pli of await openedOf(consultation))
    await pli.step(pli.id === consultation.awardedPliId ? 'retain' : 'reject', SYSTEM)
  await awardNotified.emit({ consultationId: consultation.id })
  const isPublished = faultsOf(await marcheOfAward(consultation)).length === 0
  if (isPublished) await decpPublished.emit({ consultationId: consultation.id })
}
