import type { HttpContext } from '@adonisjs/core/http'
import { folderSummary } from '#parapheur'
import { depositOf } from '#archiving'
import { documents } from '#kernel/documents'
import type Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import ClassificationVersion from '../models/classification_version.js'
import { toDay } from '../models/days.js'
import Transmission from '../models/transmission.js'
import { matiereLabels } from '../rules/classification.js'
import { ACTE_STATE_WORDS } from '../rules/state_words.js'
import { receiptInWords, verificationStep } from './receipt_screen.js'
import { troubleStep } from './trouble_screen.js'
import { nextStepOf } from './next_step.js'
import { threadOf } from './thread.js'

/** Everything that the page of an acte shows. */
export async function acteScreen(acte: Acte, { tenant, allows }: HttpContext) {
  const base = `/c/${tenant.slug}/actes`
  const folder = acte.folderId ? await folderSummary(acte.folderId) : null
  const mayWrite = allows('actes.write')
  return {
    base,
    here: `${base}/${acte.id}`,
    acte,
    title: acte.numero ? acte.title : 'Nouvel acte',
    badge: ACTE_STATE_WORDS[acte.state],
    facts: await factsOf(acte, tenant.slug),
    files: await filesOf(acte, `${base}/${acte.id}`),
    watched: [acte.id, ...(folder?.subjectIds ?? [])],
    circuit: folder?.steps ?? [],
    next:
      troubleStep(acte, `${base}/${acte.id}`, mayWrite) ??
      (await verificationStep(acte, `${base}/${acte.id}`, mayWrite)) ??
      nextStepOf(acte, base, mayWrite, folder),
    thread: await threadOf(acte, base),
    mayEdit: mayWrite && acte.state === 'draft',
    mayWithdraw: mayWrite && acte.allows('withdraw'),
    mayReopen: mayWrite && acte.allows('reopen') && acte.state !== 'refused',
    mayCancel: allows('actes.transmit') && acte.allows('cancel'),
  }
}

async function factsOf(acte: Acte, slug: string) {
  const version = await ClassificationVersion.latest()
  const labels = version && acte.matiere ? matiereLabels(version.content, acte.matiere) : []
  const deposit = await depositOf({ capability: 'actes', id: acte.id })
  const day = (stored: Acte['decisionDate']) => toDay(stored)?.toFrench()
  const published = acte.publishedOn && !acte.withheld && acte.state !== 'cancelled'
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
      href: published ? `/p/${slug}/actes/${acte.id}` : undefined,
    },
    { name: 'Publication', value: acte.withheld ? 'Cet acte ne sera pas publié.' : undefined },
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
  const wanted: [string | null | undefined, string][] = [
    [acte.stampedDocumentId, 'Exemplaire tamponné'],
    [acte.signedDocumentId, 'Acte signé'],
    [acte.signedDocumentId ? null : acte.documentId, 'Document de l’acte'],
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
