import type { HttpContext } from '@adonisjs/core/http'
import { folderSummary } from '#rooms/parapheur'
import { depositOf } from '#rooms/archiving'
import { documents } from '#kernel/documents'
import { isInXml } from '../budget.js'
import type Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import ClassificationVersion from '../models/classification_version.js'
import { toDay } from '../models/days.js'
import Transmission from '../models/transmission.js'
import { matiereLabels } from '../rules/classification.js'
import { isStaleClassification } from '../rules/anomaly_advice.js'
import { shownState } from '../rules/shown_state.js'
import { isUnchangedSince } from '../setbacks.js'
import { openLetters } from '../models/open_letters.js'
import { publicationScreen } from './publication_screen.js'
import { receiptInWords, verificationStep } from './receipt_screen.js'
import { troubleStep } from './trouble_screen.js'
import { nextStepOf } from './next_step_screen.js'
import { threadOf } from './thread_screen.js'

/** Everything that the page of an acte shows. */
export async function acteScreen(acte: Acte, { tenant, allows, session }: HttpContext) {
  const base = `/c/${tenant.slug}/actes`
  const folder = acte.folderId ? await folderSummary(acte.folderId) : null
  const mayWrite = allows('actes.write')
  const letter = (await openLetters([acte.id])).get(acte.id) ?? null
  const isUnchanged = acte.state === 'anomaly' && (await isUnchangedSince(acte))
  return {
    base,
    here: `${base}/${acte.id}`,
    acte,
    title: acte.numero ? acte.title : 'Nouvel acte',
    badge: shownState(acte.state, letter?.kind ?? null),
    facts: await factsOf(acte, tenant.slug),
    files: await filesOf(acte, `${base}/${acte.id}`),
    watched: [acte.id, ...(folder?.subjectIds ?? [])],
    circuit: folder?.steps ?? [],
    next:
      troubleStep(acte, `${base}/${acte.id}`, mayWrite) ??
      (await verificationStep(acte, `${base}/${acte.id}`, mayWrite)) ??
      nextStepOf(acte, base, mayWrite, { folder, letter, isUnchanged }),
    advice: adviceLink(acte, base),
    thread: await threadOf(acte, base),
    mayEdit: mayWrite && acte.state === 'draft',
    mayWithdraw: mayWrite && acte.allows('withdraw'),
    mayReopen: mayWrite && acte.allows('reopen') && acte.state !== 'refused',
    mayCancel: allows('actes.transmit') && acte.allows('cancel'),
    failed: failedForms(session),
    publication: publicationScreen(acte, tenant.slug, allows('actes.transmit')),
  }
}

function paperWords({ paperToo, paperPostedOn }: Acte): string | undefined {
  if (!paperToo) return undefined
  return paperPostedOn
    ? `Postés le ${toDay(paperPostedOn)!.toFrench()}`
    : 'Annoncés à la préfecture, pas encore postés'
}

/** The page where the advice is followed, when there is one. */
function adviceLink({ state, anomalyCode, anomalyDetail }: Acte, base: string) {
  if (state !== 'anomaly' || !isStaleClassification(anomalyCode ?? '', anomalyDetail ?? ''))
    return null
  return { label: 'Vérifier la classification', href: `${base}/classification` }
}

/** Which form of the page was sent back: its fold stays open on what must be mended. */
function failedForms({ flashMessages }: HttpContext['session']) {
  const fields = Object.keys(flashMessages.get('inputErrorsBag', {}))
  return {
    cancellation: fields.includes('reason'),
    copy: fields.some((field) => ['copy', 'publicObjet', 'reread'].includes(field)),
    removal: fields.includes('unpublishReason'),
  }
}

async function factsOf(acte: Acte, slug: string) {
  const version = await ClassificationVersion.latest()
  const labels = version && acte.matiere ? matiereLabels(version.content, acte.matiere) : []
  const deposit = await depositOf({ capability: 'actes', id: acte.id })
  const day = (stored: Acte['decisionDate']) => toDay(stored)?.toFrench()
  return [
    { name: 'Objet', value: acte.objet },
    { name: 'Nature', value: acte.nature?.label },
    { name: 'Matière', value: acte.matiere && [acte.matiere, labels.join(', ')].join(' ') },
    { name: 'Décision du', value: day(acte.decisionDate) },
    { name: 'Identifiant', value: acte.identifier, mono: true },
    { name: 'Reçu en préfecture le', value: day(acte.receivedOn) },
    { name: 'Accusé de réception', value: await receiptInWords(acte) },
    {
      name: 'Publié le',
      value: day(acte.publishedOn),
      href: acte.publicForm === 'none' ? undefined : `/p/${slug}/actes/${acte.id}`,
    },
    { name: 'Documents papier', value: paperWords(acte) },
    { name: 'Archives', value: deposit && 'Voir le versement', href: deposit?.url },
    {
      name: 'Anomalie',
      value:
        acte.state === 'anomaly'
          ? `${acte.anomalyCode ?? ''} ${acte.anomalyDetail ?? ''}`
          : undefined,
    },
  ]
}

async function filesOf(acte: Acte, here: string) {
  const transmission = await Transmission.latestOf(acte.id, '1-1')
  const receipt = await Answer.receiptOf(acte.id)
  const annexes = await acte.annexes()
  const inXml = await isInXml(acte)
  const wanted: [string | null | undefined, string][] = [
    [acte.stampedDocumentId, 'Exemplaire tamponné'],
    [acte.redactedDocumentId, 'Copie expurgée, lue par tous'],
    [acte.signedDocumentId, inXml ? 'Édition signée' : 'Acte signé'],
    [inXml ? acte.documentId : null, 'Budget en XML'],
    [acte.signedDocumentId || inXml ? null : acte.documentId, 'Document de l’acte'],
    ...annexes.map(({ documentId, position, typePj }): [string, string] => [
      documentId,
      `Annexe ${position}, type ${typePj || 'à choisir'}`,
    ]),
    [receipt?.documentId, 'Accusé de réception de la préfecture'],
    [transmission?.archiveDocumentId, 'Archive transmise'],
  ]
  const ids = wanted.flatMap(([id]) => id ?? [])
  const found = new Map((await documents.findMany(ids)).map((file) => [file.id, file]))
  return wanted.flatMap(([id, role]) => {
    const file = id ? found.get(id) : undefined
    return file ? [{ ...file, role, href: `${here}/documents/${file.id}` }] : []
  })
}
