import { tenants } from '#kernel/tenant'
import { toldOf } from '../candidature/opened.js'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { countAnswers } from '../lots/answers.js'
import Lot from '../lots/lot.js'
import { marcheOf, type Marche } from '../rules/decp.js'
import { marcheIdOf } from '../rules/lots_form.js'
import { holdersOf } from '../rules/who_holds.js'
import { procurementSettings } from '../settings.js'

/** A lot that gave a marché of its own: how many answered it, and who was retained. */
interface Answered {
  lot: Lot
  offers: number
  retained: Pli
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

/** Asked once for all the lots of a consultation: how many answer each, and whom it was given to. */
async function recordsOf(consultation: Consultation, wanted: (lot: Lot) => boolean) {
  // Before, nobody counts who answers, and no lot is a marché
  if (!consultation.isPastTheHour) return []
  const { siret } = procurementSettings(await tenants.current())
  const lots = (await Lot.of(consultation.id)).filter(
    (lot) => lot.state === 'notified' && wanted(lot)
  )
  if (lots.length === 0) return []
  const counts = await countAnswers(consultation)
  const retained = await retainedOf(lots)
  return lots.map((lot) =>
    recordOf(
      consultation,
      {
        lot,
        offers: counts.get(lot.envelope) ?? 0,
        retained: retained.get(lot.awardedPliId!)!,
      },
      siret
    )
  )
}

async function retainedOf(lots: Lot[]): Promise<Map<string, Pli>> {
  const ids = lots.map(({ awardedPliId }) => awardedPliId!)
  const plis = await Pli.query().select('id', 'siret', 'candidature').whereIn('id', ids)
  return new Map(plis.map((pli) => [pli.id, pli]))
}

function recordOf(
  consultation: Consultation,
  { lot, offers, retained }: Answered,
  buyerSiret: string
): Marche {
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
    offers,
    publishedOn: notifiedOn,
    amount: Number(lot.awardAmount),
    ...holdersOf(toldOf(retained.candidature), retained.siret),
  })
}
