import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import Consultation from '../drafting/consultation.js'
import { LotMissing } from '../errors.js'
import { openedFor } from '../lots/answers.js'
import Lot from '../lots/lot.js'
import LotOffer from '../lots/lot_offer.js'

/** What an opened pli is worth for one lot; its note is null until it is given one. */
export const noteShape = vine.create({
  pli: told.id(),
  company: told.text(),
  siret: told.text(),
  note: told.text().nullable(),
  amount: told.text().nullable(),
  reason: told.text().nullable(),
  rank: told.count().nullable(),
})

/** The offers of a lot, the first received first; nobody before they are open. @throws E_LOT_MISSING */
export async function notesOf(consultationId: string, lotId: string): Promise<object[]> {
  const consultation = await Consultation.get(consultationId)
  const lot = (await Lot.of(consultation.id)).find(({ id }) => id === lotId)
  if (!lot) throw new LotMissing()
  const noted = new Map((await LotOffer.of(lot.id)).map((offer) => [offer.pliId, offer]))
  return (await openedFor(consultation, lot)).map(({ id, company, siret }) => {
    const offer = noted.get(id)
    return {
      ...{ pli: id, company, siret, rank: offer?.rank ?? null, reason: offer?.noteReason ?? null },
      note: offer ? String(offer.note) : null,
      amount: offer ? String(offer.amount) : null,
    }
  })
}
