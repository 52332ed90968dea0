import { checkDecp } from '#lib/decp/check_decp'
import { LocalDate } from '#lib/values'
import { tenants } from '#kernel/tenant'
import { toldOf } from '../candidature/opened.js'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { decpJson, marcheOf, type Marche } from '../rules/decp.js'
import { holdersOf } from '../rules/who_holds.js'
import { marchesOfLots } from './decp_of_lots.js'
import { procurementSettings } from '../settings.js'

/** What does not count among the offers that were received. */
const NOT_OFFERS = ['draft', 'late', 'replaced', 'withdrawn']

/** The record of an awarded consultation, in the tenant in context. */
export const marcheOfAward = async (consultation: Consultation): Promise<Marche> =>
  (await marchesOf([consultation]))[0]

/** Those of several; their offers are asked once, without their lists, which may be long. */
async function marchesOf(consultations: Consultation[]): Promise<Marche[]> {
  const { siret } = procurementSettings(await tenants.current())
  const ids = consultations.map(({ id }) => id)
  const offers = await Pli.query()
    .select('id', 'consultationId', 'siret', 'candidature')
    .whereIn('consultationId', ids)
    .whereNotIn('state', NOT_OFFERS)
  const byConsultation = Map.groupBy(offers, ({ consultationId }) => consultationId)
  return consultations.map((one) => recordOf(one, byConsultation.get(one.id) ?? [], siret))
}

function recordOf(consultation: Consultation, offers: Pli[], buyerSiret: string): Marche {
  const retained = offers.find(({ id }) => id === consultation.awardedPliId)!
  const notifiedOn = consultation.notifiedOn!.toISODate()!
  const { reference, title, cpv, ccag, placeCode, durationMonths, hasAdvance } = consultation
  return marcheOf({
    ...{ title, cpv, ccag, placeCode, durationMonths, hasAdvance, notifiedOn, buyerSiret },
    id: reference,
    offers: offers.length,
    publishedOn: notifiedOn,
    amount: Number(consultation.awardAmount),
    priceType: consultation.priceType,
    priceForm: consultation.priceForm,
    ...holdersOf(toldOf(retained.candidature), retained.siret),
  })
}

/** What the national rules refuse of a record, in sentences; nothing when it may be published. */
export const faultsOf = (marche: Marche): string[] =>
  checkDecp(
    new TextEncoder().encode(decpJson([marche])),
    LocalDate.parse(marche.datePublicationDonnees)
  )
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)

/** Everything that the member in context has published for a year; what is not valid never leaves. */
export async function publishedIn(year: number): Promise<Marche[]> {
  const awarded = await Consultation.query()
    .whereIn('state', ['notified', 'archived'])
    .whereNotNull('awardedPliId')
    .whereRaw('extract(year from notified_on) = ?', [year])
    .orderBy('notifiedOn')
    .orderBy('id')
  const marches = await marchesOfLots(year)
  marches.push(...(await marchesOf(awarded)))
  return marches.filter((marche) => faultsOf(marche).length === 0)
}
