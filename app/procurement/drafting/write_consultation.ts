import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import type { Tenant } from '#kernel/tenant'
import { incomingFiles, type IncomingFile } from '#web/uploads'
import { procurementSettings } from '../settings.js'
import {
  criteriaOf,
  deadlineOf,
  problemsOf,
  readEstimate,
  type Problem,
} from '../rules/consultation_form.js'
import { problemsWithLots } from '../lots/fits_lots.js'
import type Consultation from './consultation.js'
import ConsultationDocument from './consultation_document.js'
import { consultationValidator, type ConsultationForm } from './consultation_validator.js'

const MOST_BYTES = 150_000_000

/** Sends the form back with every sentence at its field. @throws E_VALIDATION_ERROR */
export function refuseProblems(problems: Problem[]): void {
  if (problems.length > 0) throw refusalOf(problems)
}

/** What sends a form back with these sentences at their fields. */
export const refusalOf = (problems: Problem[]): Error =>
  new errors.E_VALIDATION_ERROR(problems.map((one) => ({ ...one, rule: 'consultation' })))

/** Writes what was typed in a draft, and its files; all that is wrong is said at once. */
export async function writeConsultation(ctx: HttpContext, draft: Consultation): Promise<void> {
  const { remove = [], ...form } = await ctx.request.validateUsing(consultationValidator)
  await fillConsultation(draft, form, ctx.tenant)
  await removeFiles(draft, remove)
  for (const file of await incomingFiles(ctx, 'dce')) await addFile(draft, file)
}

/** Writes what was said of a draft; all that is wrong is said at once. @throws E_VALIDATION_ERROR */
export async function fillConsultation(
  draft: Consultation,
  form: ConsultationForm,
  tenant: Tenant
): Promise<void> {
  const { zone } = procurementSettings(tenant)
  const typed = { ...form, hasAdvance: form.hasAdvance ?? false }
  const problems = problemsOf(typed, { now: clock.now(), today: clock.today(), zone })
  refuseProblems([...problems, ...(await problemsWithLots(draft, typed))])
  await draft.merge({ ...columnsOf(typed, zone) }).save()
}

const columnsOf = (typed: ConsultationForm & { hasAdvance: boolean }, zone: string) => ({
  reference: typed.reference,
  title: typed.title,
  description: typed.description,
  nature: typed.nature,
  estimate: readEstimate(typed.estimate),
  cpv: typed.cpv,
  placeCode: typed.placeCode,
  durationMonths: typed.durationMonths,
  ccag: typed.ccag,
  priceForm: typed.priceForm,
  priceType: typed.priceType,
  hasAdvance: typed.hasAdvance,
  forbidsSeveralGroups: typed.forbidsSeveralGroups ?? false,
  criteria: criteriaOf(typed),
  threshold: typed.threshold,
  deadline: deadlineOf(typed, zone),
  zone,
})

/** Takes papers out of the DCE of a draft; one that is not there does no harm. */
export async function removeFiles({ id }: Consultation, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await ConsultationDocument.query().where('consultationId', id).whereIn('id', ids).delete()
}

/** Adds a paper to the DCE of a draft, after the others. @throws the errors of documents */
export async function addFile(consultation: Consultation, file: IncomingFile): Promise<void> {
  const kept = await documents.store(file.open(), { name: file.name, maxBytes: MOST_BYTES })
  await file.done()
  const { id: documentId, name, sha256: digest, size } = kept
  const count = (await consultation.documents()).length
  const position = count + 1
  await ConsultationDocument.create({
    consultationId: consultation.id,
    position,
    documentId,
    name,
    digest,
    size,
  })
}
