import { documents } from '#kernel/documents'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { PliMissing } from '../errors.js'
import Lot from './lot.js'
import LotOffer from './lot_offer.js'

/** The letters that a company may read of its plis: those of the lots that are notified. */
export async function lotLettersOf({ id }: Consultation, plis: Pli[]) {
  const lots = (await Lot.of(id)).filter(({ state }) => state === 'notified')
  if (lots.length === 0) return []
  const found = await LotOffer.query()
    .whereIn(
      'lotId',
      lots.map((lot) => lot.id)
    )
    .whereIn(
      'pliId',
      plis.map((pli) => pli.id)
    )
  const names = new Map(lots.map((lot) => [lot.id, lot.name]))
  return found.map(({ lotId, pliId }) => ({ lotId, pliId, name: names.get(lotId)! }))
}

/** One of them, in the name of who deposited the pli. @throws E_PLI_MISSING before the lot is notified too */
export async function lotLetter(personId: string, pliId: string, lotId: string): Promise<Buffer> {
  const pli = await Pli.ofPerson(personId, pliId, false)
  const lot = await Lot.query().where({ id: lotId, state: 'notified' }).first()
  const offer = lot && (await LotOffer.query().where({ lotId, pliId: pli.id }).first())
  if (!offer?.letterDocumentId) throw new PliMissing()
  return documents.read(offer.letterDocumentId)
}
