import type { DepositedDocument } from '#rooms/archiving'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import Lot from './lot.js'
import LotOffer from './lot_offer.js'

/** A document that the archives are handed, where there is one: its role, and its title. */
export type Wanted = [string | null, DepositedDocument['role'], string]

/** What each lot leaves: its signed decision, and the letters to those who answered it. */
export async function papersOfLots({ id }: Consultation): Promise<Wanted[]> {
  const lots = await Lot.of(id)
  const offers = await LotOffer.among(lots)
  const plis = await Pli.query().whereIn('id', [...new Set(offers.map(({ pliId }) => pliId))])
  const companies = new Map(plis.map((pli) => [pli.id, pli.company]))
  return lots.flatMap((lot): Wanted[] => [
    [lot.signedAwardDocumentId, 'signed', `${lot.name} : décision d’attribution`],
    ...offers
      .filter(({ lotId }) => lotId === lot.id)
      .map(({ pliId, letterDocumentId }): Wanted => {
        return [letterDocumentId, 'annex', `${lot.name} : lettre à ${companies.get(pliId)}`]
      }),
  ])
}

/** Whether a document is a paper of its lots, which its buyer may read. */
export async function isPaperOfLots({ id }: Consultation, documentId: string): Promise<boolean> {
  const lots = await Lot.of(id)
  if (lots.some((lot) => [lot.awardDocumentId, lot.signedAwardDocumentId].includes(documentId)))
    return true
  return (await LotOffer.among(lots)).some((offer) => offer.letterDocumentId === documentId)
}
