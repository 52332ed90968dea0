import type { DateTime } from 'luxon'
import { DossierVersionSchema } from '#database/schema/procurement'
import { TenantModel } from '#kernel/tenancy'
import { jsonColumn } from '#kernel/tenancy/json_column'
import type Consultation from '../drafting/consultation.js'
import { ConsultationMissing } from '../errors.js'
import type { DossierDiff, DossierFile, Weight } from '../rules/dossier_diff.js'
import type { SentenceDiff } from '../rules/sentences.js'

/** The documents of a consultation as everybody took them from a moment on; they stay downloadable. */
export default class DossierVersion extends TenantModel(DossierVersionSchema) {
  static table = 'procurement.dossier_versions'

  declare weight: Weight
  @jsonColumn()
  declare files: DossierFile[]
  @jsonColumn()
  declare diff: DossierDiff
  /** By the name of the file. */
  @jsonColumn()
  declare sentences: Record<string, SentenceDiff> | null
}

/** A version as pages and archives need it. */
export interface KnownVersion {
  number: number
  at: DateTime
  files: DossierFile[]
}

/** All that a published consultation had, the first one first; one that never changed has one. */
export async function versionsOf(consultation: Consultation): Promise<DossierVersion[]> {
  return DossierVersion.query().where('consultationId', consultation.id).orderBy('number').exec()
}

/** The files of a consultation as they are now. */
export async function filesNow(consultation: Consultation): Promise<DossierFile[]> {
  const found = await consultation.documents()
  return found.map(({ name, documentId, digest, size }) => ({
    ...{ name, documentId, sha256: digest },
    size: Number(size),
  }))
}

/** The version that is downloaded now; the first is the publication itself. */
export async function currentVersion(consultation: Consultation): Promise<KnownVersion> {
  const last = await DossierVersion.query()
    .where('consultationId', consultation.id)
    .orderBy('number', 'desc')
    .first()
  return last ?? firstVersion(consultation)
}

/** What was published first, of a consultation whose documents never changed. */
export const firstVersion = async (consultation: Consultation): Promise<KnownVersion> => ({
  number: 1,
  at: consultation.publishedAt!,
  files: await filesNow(consultation),
})

/** The version of that number. @throws E_CONSULTATION_MISSING */
export async function versionOf(consultation: Consultation, number: number): Promise<KnownVersion> {
  const isNumber = Number.isInteger(number) && number > 0 && number < 10_000
  const found = isNumber
    ? await DossierVersion.query().where({ consultationId: consultation.id, number }).first()
    : null
  if (found) return found
  const current = await currentVersion(consultation)
  if (current.number !== number) throw new ConsultationMissing()
  return current
}
