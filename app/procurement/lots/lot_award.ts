import { openFolder } from '#rooms/parapheur'
import type { Actor } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { AwardRefused } from '../errors.js'
import type { AwardedOffer } from '../formats/award_pdf.js'
import { keepAwardPapers } from '../award/papers.js'
import { FOLDER_TYPE } from '../publication/submit.js'
import type { RankedOffer } from '../rules/award.js'
import { winnerOf } from '../rules/lot_award.js'
import { openedFor } from './answers.js'
import Lot from './lot.js'
import LotOffer from './lot_offer.js'

/**
 * Proposes a lot to the first of its ranking that may still win one: its decision and its letters go to
 * the parapheur together. The caller holds the consultation, and through it its lots.
 * @throws E_TRANSITION_NOT_ALLOWED, E_AWARD_REFUSED
 */
export async function proposeLot(
  consultation: Consultation,
  lot: Lot,
  ranked: RankedOffer[],
  by: Actor
): Promise<void> {
  const plis = await openedFor(consultation, lot)
  const offers = offersOf(plis, ranked)
  const winner = winnerOf(offers, await wonBefore(consultation, lot), consultation.mostLotsWon)
  if (!winner)
    throw new AwardRefused(
      'Chaque entreprise classée a déjà le nombre de lots qu’elle peut obtenir : déclarez ce lot infructueux.'
    )
  const { reference, title } = consultation
  const award = { title, offers, winner, reference: `${reference}-L${lot.number}`, lot: lot.name }
  const [decision, ...letters] = await keepAwardPapers(award)
  await keepOffers(lot, offers, letters)
  const { folderId } = await openFolder({
    title: `Attribuer ${reference}, ${lot.name}`.slice(0, 250),
    documents: [decision, ...letters].map((documentId) => ({ documentId, toSign: true })),
    origin: { capability: 'procurement', id: consultation.id },
    type: FOLDER_TYPE,
    by,
  })
  lot.merge({
    awardedPliId: winner.pli,
    awardAmount: winner.amount as never,
    awardFolderId: folderId,
    awardDocumentId: decision,
  })
  await lot.step('propose', by)
}

interface LotRanked extends AwardedOffer {
  pli: string
}

function offersOf(plis: Pli[], ranked: RankedOffer[]): LotRanked[] {
  if (plis.length === 0)
    throw new AwardRefused('Aucune offre de ce lot n’est ouverte : déclarez-le infructueux.')
  const byId = new Map(plis.map((pli) => [pli.id, pli]))
  if (ranked.length !== plis.length || new Set(ranked.map(({ pli }) => pli)).size !== plis.length)
    throw new AwardRefused('Notez toutes les offres de ce lot, et elles seules.')
  return ranked.map((one) => {
    const pli = byId.get(one.pli)
    if (!pli) throw new AwardRefused('Notez toutes les offres de ce lot, et elles seules.')
    return { ...one, company: pli.company, siret: pli.siret }
  })
}

/** The SIRET that each other lot goes to. They are awarded in their order where one company may not win all. */
async function wonBefore({ id, mostLotsWon }: Consultation, lot: Lot): Promise<string[]> {
  if (mostLotsWon === null) return []
  const others = (await Lot.of(id)).filter((one) => one.id !== lot.id)
  const waiting = others.find(({ number, state }) => number < lot.number && state === 'analysis')
  if (waiting)
    throw new AwardRefused(
      `Une entreprise n’obtient que ${mostLotsWon} lot(s) : attribuez d’abord le lot ${waiting.number}.`
    )
  const won = others.filter(({ isAwarded }) => isAwarded)
  const ids = won.map(({ awardedPliId }) => awardedPliId!)
  const plis = await Pli.query().whereIn('id', ids)
  const siretOf = new Map(plis.map((pli) => [pli.id, pli.siret]))
  return ids.map((one) => siretOf.get(one)!)
}

/** In the place of those of a proposal that was refused. */
async function keepOffers(lot: Lot, offers: LotRanked[], letters: string[]): Promise<void> {
  await tenancy
    .trx()
    .from('procurement.lot_offers')
    .where({ tenant_id: tenancy.tenantId(), lot_id: lot.id })
    .delete()
  await LotOffer.createMany(
    offers.map(({ pli, note, amount, reason, rank }, index) => ({
      lotId: lot.id,
      pliId: pli,
      note: note as never,
      amount: amount as never,
      noteReason: reason,
      rank,
      letterDocumentId: letters[index],
    }))
  )
}
