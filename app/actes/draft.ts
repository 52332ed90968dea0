import type { Infer } from '@vinejs/vine/types'
import { documents } from '#kernel/documents'
import { DomainError } from '#lib/errors'
import type { IncomingFile } from '#web/uploads'
import { LocalDate } from '#lib/values'
import type Acte from './models/acte.js'
import Annexe from './models/annexe.js'
import ClassificationVersion from './models/classification_version.js'
import { fromDay } from './models/days.js'
import type { ActeProblem } from './rules/check_acte.js'
import { typesPJOf, type Classification } from './rules/classification.js'
import { LARGEST_ARCHIVE, PDF } from './rules/documents.js'
import { pdfProblemApart, signableProblemApart } from './pdf_problem_apart.js'
import { acceptAnnexe, giveUpRefused, refuseAnnexe } from './refused_annexes.js'
import type { acteFormValidator } from './validators/acte_form.js'

type ActeForm = Infer<typeof acteFormValidator>

export interface Uploads {
  document: IncomingFile | null
  annexes: IncomingFile[]
}

const XML = ['application/xml', 'text/xml']
const ANNEXES = [PDF, ...XML, 'image/jpeg', 'image/png']

/**
 * Writes a form in a draft, keeping all that can be kept; returns what was wrong with the files.
 * In the transaction in context.
 */
export async function fillDraft(acte: Acte, form: ActeForm, uploads: Uploads) {
  const date = LocalDate.tryParse(form.decisionDate ?? '')
  acte.merge({
    natureCode: form.nature ?? null,
    matiere: form.matiere ?? '',
    numero: (form.numero ?? '').toUpperCase(),
    objet: (form.objet ?? '').replace(/[\r\n\t ]+/g, ' '),
    decisionDate: fromDay(date),
    typePj: form.typePJ ?? '',
    paperToo: form.paperToo ?? false,
    withheld: form.withheld ?? false,
    previousIdentifier: form.previousIdentifier ?? null,
  })
  // The box is ticked for whoever could not know the law: the next display of the form shows it
  if (acte.natureCode && acte.publicationRule.verdict === 'kept_back') acte.withheld = true
  const problems: ActeProblem[] = []
  await keepMainDocument(acte, uploads.document, problems)
  acte.typePj ||= await usualType(acte)
  await acte.save()
  await giveUpRefused(acte, form.withoutRefused ?? [])
  await keepAnnexes(acte, form, uploads.annexes, problems)
  return problems
}

/** A form in which nobody has written anything: the suggested numero is not hers. */
export function isBlank(
  form: ActeForm,
  { document, annexes }: Uploads,
  suggested: string
): boolean {
  const { numero, nature, matiere, objet, decisionDate, previousIdentifier } = form
  const typed = [nature, matiere, objet, decisionDate, previousIdentifier].some(Boolean)
  return !typed && !document && annexes.length === 0 && (!numero || numero === suggested)
}

async function keepMainDocument(acte: Acte, file: IncomingFile | null, problems: ActeProblem[]) {
  if (!file) return
  const kept = await keep(file, [PDF, ...XML], 'document', problems)
  if (kept) acte.documentId = kept
}

async function keepAnnexes(
  acte: Acte,
  form: ActeForm,
  files: IncomingFile[],
  problems: ActeProblem[]
): Promise<void> {
  const known = form.annexes ?? []
  const annexes = await acte.annexes()
  const kept: Annexe[] = []
  for (const annexe of annexes) {
    const changes = known.find(({ id }) => id === annexe.id)
    if (changes?.remove) {
      await annexe.delete()
      continue
    }
    if (changes) annexe.typePj = changes.typePJ ?? ''
    kept.push(annexe)
  }
  for (const file of files) {
    const documentId = await keepUpload(file, 'newAnnexes', problems)
    if (!documentId) {
      await refuseAnnexe(acte, file.name, problems.at(-1)!)
      continue
    }
    await acceptAnnexe(acte, file.name)
    kept.push(new Annexe().merge({ acteId: acte.id, documentId, typePj: typeOf(file, form) }))
  }
  for (const [index, annexe] of kept.entries()) await annexe.merge({ position: index + 1 }).save()
}

/** The type that was given with a file, before anything is refused. */
function typeOf({ name }: IncomingFile, { newAnnexTypes, newAnnexesType }: ActeForm): string {
  return newAnnexTypes?.find((one) => one.name === name && one.type)?.type ?? newAnnexesType ?? ''
}

/** Keeps a file of a kind that an annexe or a reply may be; null when something is wrong with it. */
export const keepUpload = (file: IncomingFile, field: string, problems: ActeProblem[]) =>
  keep(file, ANNEXES, field, problems)

/** Keeps a file, or says what is wrong with it; either way it has been read. */
async function keep(
  file: IncomingFile,
  accept: string[],
  field: string,
  problems: ActeProblem[]
): Promise<string | null> {
  const kept = await store(file, accept, field === 'document')
  await file.done()
  if (kept.problem) problems.push({ field, message: naming(file.name, kept.problem) })
  return kept.problem ? null : kept.id
}

/** Of several files, the sentence says which. */
function naming(name: string, problem: string): string {
  if (problem.includes(name)) return problem
  const rest = /^[A-ZÀ-Ý][a-zà-ÿ’]/.test(problem)
    ? problem.charAt(0).toLowerCase() + problem.slice(1)
    : problem
  return `« ${name} » : ${rest}`
}

async function store(file: IncomingFile, accept: string[], isToSign: boolean) {
  try {
    const { id, mediaType } = await documents.store(file.open(), {
      name: file.name,
      accept,
      maxBytes: LARGEST_ARCHIVE,
    })
    return { id, problem: mediaType === PDF ? await problemOf(id, isToSign) : null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { id: null, problem: error.message }
  }
}

/** What will be signed is looked at as the signature will: said at once, not to the mayor weeks later. */
async function problemOf(id: string, isToSign: boolean): Promise<string | null> {
  const look = isToSign ? signableProblemApart : pdfProblemApart
  return look(await documents.read(id), { giveAway: true })
}

/** The usual type of the main document for its nature, so that nobody has to look for it. */
async function usualType(acte: Acte): Promise<string> {
  const version = await ClassificationVersion.latest()
  if (!version || !acte.nature) return ''
  const types = typesPJOf(version.content as Classification, acte.nature.code)
  const { defaultTypePJ } = acte.nature
  return types.some(({ code }) => code === defaultTypePJ) ? defaultTypePJ : (types[0]?.code ?? '')
}
