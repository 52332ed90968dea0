import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type { StoredDocument } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { noteChange } from '../drafting/changes.js'
import type Consultation from '../drafting/consultation.js'
import ConsultationDocument from '../drafting/consultation_document.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { HourPassed, NotOnline } from '../errors.js'
import { consultationChanged } from '../events.js'
import { diffOf, diffWords, isSame, type Weight } from '../rules/dossier_diff.js'
import { compareTexts } from './compare_texts.js'
import DossierVersion, { currentVersion, filesNow } from './dossier_version.js'

/** What a buyer changes of a published dossier. */
export interface DossierChange {
  /** The identifiers of the files that go. */
  remove: string[]
  /** Those that come; one of a name that is there takes its place. */
  added: StoredDocument[]
  reason: string
  weight: Weight
}

/**
 * Makes a new version of a published dossier, in the transaction in context; its caller holds the
 * row. The former one stays as it was, and everybody is told what differs.
 * @throws E_CONSULTATION_NOT_ONLINE, E_HOUR_PASSED, E_VALIDATION_ERROR
 */
export async function changeDossier(
  consultation: Consultation,
  { remove, added, reason, weight }: DossierChange,
  by: Actor
): Promise<DossierVersion> {
  if (consultation.state !== 'online') throw new NotOnline()
  if (consultation.isPastTheHour) throw new HourPassed()
  const { id: consultationId } = consultation
  const before = await keptVersion(consultation)
  await removeFiles(consultationId, remove)
  for (const document of added) await putFile(consultationId, document)
  const files = await filesNow(consultation)
  const diff = diffOf(before.files, files)
  if (isSame(diff)) refuseNothing()
  const number = before.number + 1
  const at = clock.now()
  const version = await DossierVersion.create({
    ...{ consultationId, number, reason, weight, files, diff, at },
    sentences: null,
  })
  const told = diffWords(diff)
  await journal.append({
    type: 'procurement.dossier_changed',
    subject: consultation.ref,
    actor: by,
    data: { version: number, weight, reason, changes: told.length },
  })
  const words = [`Dossier modifié, version ${number}. ${reason}`, ...told].join('\n')
  const { id: changeId } = await noteChange(consultation, 'documents', words)
  await consultationChanged.emit({ consultationId, changeId })
  await compareTexts.enqueue({ versionId: version.id })
  return version
}

/** What was published first is kept as a version the day it is replaced. */
async function keptVersion(consultation: Consultation) {
  const current = await currentVersion(consultation)
  if (current instanceof DossierVersion) return current
  return DossierVersion.create({
    ...current,
    consultationId: consultation.id,
    reason: 'Publication',
    weight: 'minor',
    diff: { added: [], removed: [], modified: [], renamed: [] },
    sentences: null,
  })
}

async function removeFiles(consultationId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await ConsultationDocument.query()
    .where('consultationId', consultationId)
    .whereIn('id', ids)
    .delete()
}

/** The new bytes take the place of those of the same name; else the file comes last. */
async function putFile(consultationId: string, { id, name, sha256, size }: StoredDocument) {
  const bytes = { documentId: id, digest: sha256, size }
  const all = await ConsultationDocument.query()
    .where('consultationId', consultationId)
    .orderBy('position')
  const former = all.find((one) => one.name === name)
  if (former) return former.merge(bytes).save()
  const position = (all.at(-1)?.position ?? 0) + 1
  return ConsultationDocument.create({ consultationId, position, name, ...bytes })
}

const refuseNothing = () =>
  refuseProblems([
    { field: 'dce', message: 'Rien ne change : choisissez un fichier à ajouter ou à retirer.' },
  ])
