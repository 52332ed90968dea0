import type { DepositedDocument } from '#rooms/archiving'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import Lot from './lot.js'
import LotOffer from './lot_offer.js'

/** A document that the archives are handed, where there is one: its role, and its title. */
export type Wanted = [string | null, DepositedDocument['role'], string]

/** What each lot leaves: its signed decision, and the letters to those who answered it. */
export async function papersOfLots({ id }: Consultation): Promise<Wanted[]> {
  const wanted: Wanted[] = []
  for (const lot of await Lot.of(id)) {
    wanted.push([lot.signedAwardDocumentId, 'signed', `${lot.name} : décision d’attribution`])
    for (const { pliId, letterDocumentId } of await LotOffer.of(lot.id)) {
      const { company } = await Pli.get(pliId)
      wanted.push([letterDocumentId, 'annex', `${lot.name} : lettre à ${company}`])
    }
  }
  return wanted
}

/** Every paper of its lots that its buyer may read, by their identifiers. */
export const paperIdsOfLots = async (consultation: Consultation): Promise<(string | null)[]> => [
  ...(await papersOfLots(consultation)).map(([documentId]) => documentId),
  ...(await Lot.of(consultation.id)).map(({ awardDocumentId }) => awardDocumentId),
]
