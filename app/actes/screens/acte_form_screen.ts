import { documents } from '#kernel/documents'
import { seenIn } from '#web/forms/shared_form'
import Acte from '../models/acte.js'
import ClassificationVersion from '../models/classification_version.js'
import { toDay } from '../models/days.js'
import { matiereChoices, typesPJOf, type Classification } from '../rules/classification.js'
import { refusedAnnexes } from '../refused_annexes.js'
import { natures } from '../rules/nature.js'
import { sharedDraft } from '../shared_draft.js'

/**
 * What the form of an acte offers: choices of the classification, files already there.
 *
 * @param isKnown in steps the nature is known before the documents: only its own types are offered
 */
export async function acteForm(acte: Acte, base: string, isKnown = false) {
  const version = await ClassificationVersion.latest()
  const classification = version?.content as Classification | undefined
  const annexes = acte.$isPersisted ? await acte.annexes() : []
  const ids = [acte.documentId ?? null, ...annexes.map(({ documentId }) => documentId)]
  const files = new Map(
    (await documents.findMany(ids.filter((id) => id !== null))).map((file) => [file.id, file])
  )
  const shared = acte.$isPersisted ? await sharedDraft(acte) : null
  return {
    base,
    shared: shared && { form: shared.key, seen: seenIn(shared) },
    here: `${base}/${acte.id}`,
    acte,
    decidedOn: toDay(acte.decisionDate)?.toString() ?? '',
    document: files.get(acte.documentId ?? '') ?? null,
    annexes: annexes.map((annexe) => ({ ...files.get(annexe.documentId), ...annexe.serialize() })),
    refused: await refusedAnnexes(acte),
    hasClassification: classification !== undefined,
    natures: natures.map(({ code, label }) => ({ value: code, label })),
    matieres: classification ? matiereGroups(classification) : [],
    types: classification ? typeGroups(classification, isKnown ? acte.natureCode : null) : [],
    suggested: acte.numero || (isKnown ? await nextNumero() : ''),
  }
}

/** Matieres grouped under the labels of the first level. */
function matiereGroups(classification: Classification) {
  const choices = matiereChoices(classification)
  return [...classification.matieres]
    .sort((a, b) => a.code - b.code)
    .map(({ code, label }) => ({
      label: `${code} ${label}`,
      options: choices
        .filter(({ path }) => path.startsWith(`${code}.`))
        .map(({ path, label: name }) => ({ value: path, label: `${path} ${name}` })),
    }))
}

/** Types of documents grouped by nature, so that the form works without script. */
function typeGroups(classification: Classification, only: number | null | undefined) {
  const offered = natures.filter(({ code }) => !only || code === only)
  return offered.map(({ code, label }) => ({
    label,
    options: typesPJOf(classification, code).map((type) => ({
      value: type.code,
      label: `${type.code} ${type.label}`,
    })),
  }))
}

/** The numero after the last one of the collectivite: 2026_045 gives 2026_046. */
export async function nextNumero(): Promise<string> {
  const last = await Acte.query().whereNot('numero', '').orderBy('id', 'desc').first()
  const found = /^(.*?)(\d+)$/.exec(last?.numero ?? '')
  if (!found) return ''
  const [, prefix, digits] = found
  const next = prefix + String(Number(digits) + 1).padStart(digits.length, '0')
  return next.length <= 15 && Number.isSafeInteger(Number(digits)) ? next : ''
}
