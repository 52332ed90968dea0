import type { IncomingFile } from '#web/uploads'
import { LocalDate } from '#lib/values'
import type Acte from './models/acte.js'
import ClassificationVersion from './models/classification_version.js'
import { fromDay, toDay } from './models/days.js'
import type { ActeProblem } from './rules/check_acte.js'
import { typesPJOf, type Classification } from './rules/classification.js'
import { PDF } from './rules/documents.js'
import { stepNamed } from './rules/form_steps.js'
import { giveUpRefused } from './refused_annexes.js'
import type { ActeForm } from './validators/acte_form.js'
import { XML, keep } from './kept_upload.js'
import { keepAnnexes } from './draft_annexes.js'

export interface Uploads {
  document: IncomingFile | null
  annexes: IncomingFile[]
}

/**
 * Writes a form in a draft, keeping all that can be kept; returns what was wrong with the files.
 * In the transaction in context.
 */
export async function fillDraft(acte: Acte, sent: ActeForm, uploads: Uploads) {
  const form = { ...untouchedBy(sent, acte), ...sent }
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

/** What the other steps of the form say already, when only one was on the page. */
function untouchedBy({ etape, nature }: ActeForm, acte: Acte): Partial<ActeForm> {
  if (!etape) return {}
  const said = {
    nature: acte.natureCode ?? null,
    matiere: acte.matiere,
    numero: acte.numero,
    objet: acte.objet,
    decisionDate: toDay(acte.decisionDate)?.toString(),
    // The types of documents are those of a nature: of another, the usual one is chosen again
    typePJ: etape === 'nature' && nature !== acte.natureCode ? '' : acte.typePj,
    paperToo: Boolean(acte.paperToo),
    withheld: Boolean(acte.withheld),
    previousIdentifier: acte.previousIdentifier,
  }
  const asked = stepNamed(etape)?.fields ?? []
  return Object.fromEntries(Object.entries(said).filter(([name]) => !asked.includes(name)))
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

/** The usual type of the main document for its nature, so that nobody has to look for it. */
async function usualType(acte: Acte): Promise<string> {
  const version = await ClassificationVersion.latest()
  if (!version || !acte.nature) return ''
  const types = typesPJOf(version.content as Classification, acte.nature.code)
  const { defaultTypePJ } = acte.nature
  return types.some(({ code }) => code === defaultTypePJ) ? defaultTypePJ : (types[0]?.code ?? '')
}
