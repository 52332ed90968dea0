import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import type Consultation from '../drafting/consultation.js'
import { standardCriteria } from '../formats/espd/standard.js'
import { espdRequest } from '../formats/espd/write_request.js'
import Lot from '../lots/lot.js'
import { procurementSettings } from '../settings.js'

/** As many as a buyer may ask the turnover of (arrêté of 22 March 2019, annexe 9). */
const YEARS = 3

/** The criteria by which a tender judges who may answer, whoever asks: they are of its publication. */
export function criteriaAskedBy({ publishedAt, zone }: Consultation) {
  const year = publishedAt!.setZone(zone).year
  return standardCriteria(Array.from({ length: YEARS }, (_, rank) => year - 1 - rank))
}

/**
 * The DUME of the buyer, drawn of a published consultation: the same bytes at each reading, for it is
 * dated by the publication. The « Service DUME » is not told of it, and gives it no number: of the
 * operations that the contract of interface names (KB0011423), none that we read creates one.
 */
export async function dumeOf(consultation: Consultation, tenant: Tenant): Promise<string> {
  const { id, reference, title, zone } = consultation
  const publishedAt = consultation.publishedAt!.setZone(zone)
  return espdRequest({
    ...{ uuid: id, reference, title, criteria: criteriaAskedBy(consultation) },
    day: publishedAt.toISODate()!,
    time: publishedAt.toFormat('HH:mm:ssZZ'),
    buyer: {
      name: tenant.name,
      siret: procurementSettings(tenant).siret,
      profileUrl: `${appUrl}${here('procurement.public.consultations.index', { tenant })}`,
    },
    lots: (await Lot.of(id)).filter(({ isOver }) => !isOver).map(({ number }) => number),
  })
}
