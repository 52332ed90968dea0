import { tenants } from '#kernel/tenant'
import { toldOf } from '../candidature/opened.js'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { answersOf } from '../lots/answers.js'
import Lot from '../lots/lot.js'
import { marcheOf, type Marche } from '../rules/decp.js'
import { marcheIdOf } from '../rules/lots_form.js'
import { holdersOf } from '../rules/who_holds.js'
import { procurementSettings } from '../settings.js'

/** The record of an awarded lot: each is a marché of its own, and one that nobody answered has none. */
export async function marcheOfLot(consultation: Consultation, lot: Lot): Promise<Marche> {
  const tenant = await tenants.current()
  const retained = await Pli.get(lot.awardedPliId!)
  const answered = await answersOf(consultation)
  const { title, ccag, placeCode, durationMonths, hasAdvance, priceType, priceForm } = consultation
  const notifiedOn = lot.notifiedOn!.toISODate()!
  return marcheOf({
    ...{ ccag, placeCode, durationMonths, hasAdvance, priceType, priceForm, notifiedOn },
    id: marcheIdOf(consultation.reference, lot.number),
    buyerSiret: procurementSettings(tenant).siret,
    title: `${lot.name} – ${title}`,
    cpv: lot.cpv,
    offers: answered.find((one) => one.lot.id === lot.id)!.plis.length,
    publishedOn: notifiedOn,
    amount: Number(lot.awardAmount),
    ...holdersOf(toldOf(retained.candidature), retained.siret),
  })
}

/** A year of a member is some hundreds of records. */
const MOST = 5_000

/** The records of the lots notified in a year, in the tenant in context. */
export async function marchesOfLots(year: number): Promise<Marche[]> {
  const lots = await Lot.query()
    .where('state', 'notified')
    .whereBetween('notifiedOn', [`${year}-01-01`, `${year}-12-31`])
    .orderBy('notifiedOn')
    .orderBy('id')
    .limit(MOST)
  const marches = []
  for (const lot of lots)
    marches.push(await marcheOfLot(await Consultation.get(lot.consultationId), lot))
  return marches
}

/** Those of the lots of one consultation that gave a marché. */
export async function marchesOfLotsOf(consultation: Consultation): Promise<Marche[]> {
  const lots = (await Lot.of(consultation.id)).filter(({ state }) => state === 'notified')
  const marches = []
  for (const lot of lots) marches.push(await marcheOfLot(consultation, lot))
  return marches
}
