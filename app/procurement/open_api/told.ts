import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import { here } from '#web/here'
import { appUrl } from '#config/app'
import { documents } from '#kernel/documents'
import type { Tenant } from '#kernel/tenant'
import type Consultation from '../drafting/consultation.js'
import { LIMITS } from '../rules/choices.js'
import { CONSULTATION_STATES } from '../rules/consultation_lifecycle.js'
import type { PublishedRow } from './list_published.js'
import { OPEN_ROOT } from './open_operation.js'
import { lotsOf, lotsShape } from './told_lots.js'

const buyer = vine.object({ name: told.text(), siren: told.text(), slug: told.text() })
const summary = {
  id: told.id(),
  reference: told.text(),
  title: told.text(),
  buyer,
  nature: told.text(),
  cpv: told.text(),
  placeCode: told.text(),
  deadline: told.moment(),
  zone: told.text(),
  state: told.text(),
  stateLabel: told.text(),
  publishedAt: told.moment(),
  fingerprint: told.text(),
  /** The page that everybody reads. */
  url: told.text(),
}

/** A consultation in a list. */
export const summaryShape = vine.create(summary)

/** The same, whole. */
export const consultationShape = vine.create({
  ...summary,
  description: told.text(),
  procedure: told.text(),
  durationMonths: told.count(),
  criteria: vine.array(vine.object({ label: told.text(), weight: told.count() })),
  documents: vine.array(
    vine.object({ name: told.text(), size: told.count(), sha256: told.text(), url: told.text() })
  ),
  ...lotsShape,
  limits: vine.object({ fileBytes: told.count(), pliBytes: told.count(), files: told.count() }),
})

export const summaryOf = (row: PublishedRow) => ({
  id: row.id,
  reference: row.reference,
  title: row.title,
  buyer: buyerOf(row.tenant),
  nature: row.nature,
  cpv: row.cpv,
  placeCode: row.placeCode,
  deadline: row.deadline.toISOString(),
  zone: row.zone,
  state: row.state,
  stateLabel: CONSULTATION_STATES[row.state].label,
  publishedAt: row.publishedAt.toISOString(),
  fingerprint: row.fingerprint,
  url: pageOf(row.tenant, row.id),
})

/** What everybody reads of one, in the tenant in context. */
export async function wholeOf(one: Consultation, tenant: Tenant) {
  const { deadline, publishedAt, fingerprint, ...row } = {
    ...{ id: one.id, reference: one.reference, title: one.title, nature: one.nature, cpv: one.cpv },
    ...{ placeCode: one.placeCode, zone: one.zone, state: one.state, fingerprint: one.fingerprint },
    deadline: one.deadline.toJSDate(),
    publishedAt: one.publishedAt!.toJSDate(),
  }
  return {
    ...summaryOf({ ...row, tenant, deadline, publishedAt, fingerprint: fingerprint! }),
    description: one.description,
    procedure: 'Procédure adaptée',
    durationMonths: one.durationMonths,
    criteria: one.criteria.map(({ label, weight }) => ({ label, weight })),
    documents: await documentsOf(one),
    ...(await lotsOf(one)),
    limits: LIMITS,
  }
}

/** The signed règlement, then the documents, each at the address of its digest. */
async function documentsOf(one: Consultation) {
  const rc = await documents.find(one.signedRcDocumentId!)
  const files = (await one.documents()).map(({ name, size, digest: sha256 }) => ({
    ...{ name, sha256, size: Number(size) },
  }))
  return [
    { name: 'reglement-de-consultation.pdf', size: rc.size, sha256: rc.sha256 },
    ...files,
  ].map((file) => ({
    ...file,
    url: `${appUrl}${OPEN_ROOT}/consultations/${one.id}/documents/${file.sha256}`,
  }))
}

export const buyerOf = ({ name, siren, slug }: Tenant) => ({ name, siren, slug })

export const pageOf = (tenant: Tenant, id: string): string =>
  `${appUrl}${here('procurement.public.consultations.show', { tenant, id })}`
