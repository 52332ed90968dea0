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

/** A year of a member is some hundreds of records. */
const MOST = 5_000

/** The record of an awarded consultation, in the tenant in context. */
export async function marcheOfAward(consultation: Consultation): Promise<Marche> {
  const tenant = await tenants.current()
  const retained = await Pli.get(consultation.awardedPliId!)
  const notifiedOn = consultation.notifiedOn!.toISODate()!
  const offers = await Pli.query()
    .where('consultationId', consultation.id)
    .whereNotIn('state', ['draft', 'late', 'replaced', 'withdrawn'])
  const { reference, title, cpv, ccag, placeCode, durationMonths, hasAdvance } = consultation
  return marcheOf({
    ...{ title, cpv, ccag, placeCode, durationMonths, hasAdvance, notifiedOn },
    id: reference,
    buyerSiret: procurementSettings(tenant).siret,
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
    .limit(MOST)
  const marches = await marchesOfLots(year)
  for (const one of awarded) marches.push(await marcheOfAward(one))
  return marches.filter((marche) => faultsOf(marche).length === 0)
}
