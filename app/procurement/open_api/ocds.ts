import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import type Consultation from '../drafting/consultation.js'
import type Lot from '../lots/lot.js'
import type { ConsultationState } from '../rules/consultation_lifecycle.js'
import { itemOfLot, lotOf, LOTS_EXTENSION } from './ocds_lots.js'
import { OPEN_ROOT } from './open_operation.js'

/** Ours until the Open Contracting Partnership gives one: its registry is public. */
const PREFIX = 'ocds-halle'
const CATEGORIES = { travaux: 'works', fournitures: 'goods', services: 'services' }

const STATUS: Partial<Record<ConsultationState, string>> = {
  online: 'active',
  abandoned: 'cancelled',
  notified: 'complete',
  archived: 'complete',
}

/** A release package of OCDS 1.1 for one consultation: its tender, as it stands. */
export function releasePackage(one: Consultation, lots: Lot[], tenant: Tenant): object {
  const at = (one.updatedAt ?? one.publishedAt!).toUTC().toISO()!
  const buyer = { id: `FR-SIREN-${tenant.siren}`, name: tenant.name }
  return {
    uri: `${appUrl}${OPEN_ROOT}/ocds/${one.id}`,
    version: '1.1',
    ...(lots.length > 0 && { extensions: [LOTS_EXTENSION] }),
    publishedDate: at,
    publisher: { name: tenant.name },
    license: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    releases: [
      {
        ocid: `${PREFIX}-${one.id}`,
        id: `${one.id}-${at}`,
        date: at,
        tag: ['tender'],
        initiationType: 'tender',
        language: 'fr',
        parties: [
          { ...buyer, roles: ['buyer'], identifier: { scheme: 'FR-SIREN', id: tenant.siren } },
        ],
        buyer,
        tender: tenderOf(one, lots),
      },
    ],
  }
}

const tenderOf = (one: Consultation, lots: Lot[]) => ({
  id: one.reference,
  title: one.title,
  description: one.description,
  status: STATUS[one.state] ?? 'active',
  procurementMethod: 'open',
  procurementMethodDetails: 'Procédure adaptée',
  mainProcurementCategory: CATEGORIES[one.nature],
  tenderPeriod: {
    startDate: one.publishedAt!.toUTC().toISO(),
    endDate: one.deadline.toUTC().toISO(),
  },
  items: [
    { id: '1', description: one.title, classification: { scheme: 'CPV', id: one.cpv } },
    ...lots.map(itemOfLot),
  ],
  ...(lots.length > 0 && { lots: lots.map(lotOf) }),
})
