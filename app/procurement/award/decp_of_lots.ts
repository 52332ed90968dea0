import { tenants } from '#kernel/tenant'
import { toldOf } from '../candidature/opened.js'
import type Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { answersOf } from '../lots/answers.js'
import Lot from '../lots/lot.js'
import { marcheOf, type Marche } from '../rules/decp.js'
import { marcheIdOf } from '../rules/lots_form.js'
import { holdersOf } from '../rules/who_holds.js'
import { procurementSettings } from '../settings.js'

/** Each lot is a marché of its own; one that nobody answered has no record. */
interface Answered {
  lot: Lot
  plis: Pli[]
}

/** The records of all the lots notified in a year, in the tenant in context: the law wants each. */
export async function marchesOfLots(year: number): Promise<Marche[]> {
  const lots = await Lot.query()
    .where('state', 'notified')
    .whereBetween('notifiedOn', [`${year}-01-01`, `${year}-12-31`])
    .orderBy('notifiedOn')
    .orderBy('id')
  const ids = [...new Set(lots.map(({ consultationId }) => consultationId))]
  const marches: Marche[] = []
  for (const one of await Consultation.query().whereIn('id', ids).orderBy('id'))
    marches.push(...(await recordsOf(one, ({ notifiedOn }) => notifiedOn!.year === year)))
  return marches
}

/** Those of the lots of one consultation that gave a marché. */
export const marchesOfLotsOf = (consultation: Consultation): Promise<Marche[]> =>
  recordsOf(consultation, () => true)

/** The record of one notified lot. */
export const marcheOfLot = async (consultation: Consultation, { id }: Lot): Promise<Marche> =>
  (await recordsOf(consultation, (lot) => lot.id === id))[0]

/** Asked once for all the lots of a consultation: their plis are found in what its plis name. */
async function recordsOf(consultation: Consultation, wanted: (lot: Lot) => boolean) {
  // Before, nobody counts who answers, and no lot is a marché
  if (!consultation.isPastTheHour) return []
  const { siret } = procurementSettings(await tenants.current())
  const answered = await answersOf(consultation)
  return answered
    .filter(({ lot }) => lot.state === 'notified' && wanted(lot))
    .map((one) => recordOf(consultation, one, siret))
}

function recordOf(consultation: Consultation, { lot, plis }: Answered, buyerSiret: string): Marche {
  const retained = plis.find(({ id }) => id === lot.awardedPliId)!
  const { title, ccag, placeCode, durationMonths, hasAdvance, priceType, priceForm } = consultation
  const notifiedOn = lot.notifiedOn!.toISODate()!
  return marcheOf({
    ...{
      ccag,
      placeCode,
      durationMonths,
      hasAdvance,
      priceType,
      priceForm,
      notifiedOn,
      buyerSiret,
    },
    id: marcheIdOf(consultation.reference, lot.number),
    title: `${lot.name} – ${title}`,
    cpv: lot.cpv,
    offers: plis.length,
    publishedOn: notifiedOn,
    amount: Number(lot.awardAmount),
    ...holdersOf(toldOf(retained.candidature), retained.siret),
  })
}
