import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import Consultation from '../drafting/consultation.js'
import Lot from '../lots/lot.js'

/** The lots of a consultation for its buyer, whole: ninety-nine at most. */
const shape = vine.create({
  consultation: told.id(),
  mostAnswered: told.count().nullable(),
  mostWon: told.count().nullable(),
  lots: vine.array(
    vine.object({
      id: told.id(),
      number: told.count(),
      title: told.text(),
      cpv: told.text(),
      estimate: told.text(),
      state: told.text(),
      stateLabel: told.text(),
      endReason: told.text().nullable(),
      awardAmount: told.text().nullable(),
      signedOn: told.day().nullable(),
      notifiedOn: told.day().nullable(),
    })
  ),
})

export const lotsAnswer = { kind: 'thing' as const, of: 'LotsDUneConsultation', shape }

/** What is told of the lots of one; bidders are named nowhere. @throws E_CONSULTATION_MISSING */
export async function toldLots(id: string) {
  const consultation = await Consultation.get(id)
  return {
    consultation: id,
    mostAnswered: consultation.mostLotsAnswered,
    mostWon: consultation.mostLotsWon,
    lots: (await Lot.of(id)).map((lot) => ({
      ...{ id: lot.id, number: lot.number, title: lot.title, cpv: lot.cpv, state: lot.state },
      stateLabel: lot.shownState.label,
      estimate: String(lot.estimate),
      endReason: lot.endReason,
      awardAmount: lot.awardAmount === null ? null : String(lot.awardAmount),
      signedOn: lot.signedOn?.toISODate() ?? null,
      notifiedOn: lot.notifiedOn?.toISODate() ?? null,
    })),
  }
}

/** The same before it is replaced, its consultation held. */
export async function seenLots({ params }: { params: Record<string, string> }) {
  const { id } = await Consultation.hold(params.id)
  return toldLots(id)
}
