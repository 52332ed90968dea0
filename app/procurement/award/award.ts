import { openFolder } from '#rooms/parapheur'
import { SYSTEM, type Actor } from '#kernel/actor'
import type Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { AwardRefused } from '../errors.js'
import { awardNotified, decpPublished } from '../events.js'
import { faultsOf, marcheOfAward } from './decp_of.js'
import { openedOf } from './opened.js'
import type { AwardedOffer } from '../formats/award_pdf.js'
import Lot from '../lots/lot.js'
import { keepAwardPapers } from './papers.js'
import { today } from './today.js'
import { FOLDER_TYPE } from '../publication/submit.js'
import type { RankedOffer } from '../rules/award.js'

/**
 * Proposes the first of the ranking: the decision and the letters go to the parapheur together.
 * @throws E_TRANSITION_NOT_ALLOWED, E_AWARD_REFUSED
 */
export async function propose(
  consultation: Consultation,
  ranked: RankedOffer[],
  by: Actor
): Promise<void> {
  if ((await Lot.of(consultation.id)).length > 0)
    throw new AwardRefused('Cette consultation a des lots : attribuez-les un par un.')
  const plis = await openedOf(consultation)
  if (plis.length === 0)
    throw new AwardRefused('Aucune offre n’est ouverte : déclarez la consultation sans suite.')
  const offers = await noteAll(plis, ranked)
  const { reference, title } = consultation
  const award = { reference, title, offers, winner: offers[0], lot: null }
  const [decision, ...letters] = await keepAwardPapers(award)
  for (const [index, { pli: id }] of ranked.entries())
    await plis
      .find((pli) => pli.id === id)!
      .merge({ letterDocumentId: letters[index] })
      .save()
  const { folderId } = await openFolder({
    title: `Attribuer ${reference} : ${title}`.slice(0, 250),
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
