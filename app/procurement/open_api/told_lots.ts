import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import type Consultation from '../drafting/consultation.js'
import Lot from '../lots/lot.js'

/** What everybody reads of the lots of a consultation, and of how many of them one company may have. */
export const lotsShape = {
  /** Empty where it is not divided. */
  lots: vine.array(
    vine.object({
      number: told.count(),
      title: told.text(),
      cpv: told.text(),
      state: told.text(),
      stateLabel: told.text(),
      /** The envelope in which it is answered. */
      envelope: told.text(),
    })
  ),
  /** Null: all of them. */
  mostLotsAnswered: told.count().nullable(),
  mostLotsWon: told.count().nullable(),
}

/** The same of one, in the tenant in context; never the estimates. */
export async function lotsOf({ id, mostLotsAnswered, mostLotsWon }: Consultation) {
  const lots = (await Lot.of(id)).map(({ number, title, cpv, state, shownState, envelope }) => ({
    ...{ number, title, cpv, state, envelope },
    stateLabel: shownState.label,
  }))
  return { lots, mostLotsAnswered, mostLotsWon }
}
