import { DateTime } from 'luxon'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { checkSignableApart } from '#web/reading/signing'
import type { LocalDate } from '#lib/values'
import { NothingToSign } from '../errors.js'
import type { Origin } from '../events.js'
import Circuit from '../models/circuit.js'
import Desk from '../models/desk.js'
import Folder from '../models/folder.js'
import FolderDocument from '../models/folder_document.js'
import FolderStep from '../models/folder_step.js'
import { reachNextStep } from './advance.js'

export interface NewFolder {
  title: string
  documents: { documentId: string; toSign: boolean }[]
  origin: Origin
  by: Actor
  /** The key of a type of folder (« deliberation »); the first one when it is not told. */
  type?: string
  /** The key of a circuit, in place of that of the type. */
  circuit?: string
  dueOn?: LocalDate
}

/**
 * Opens a folder and sends it to its first desk, in the transaction in context.
 * Throws E_NO_CIRCUIT, E_NOTHING_TO_SIGN, E_PDF_LOCKED, E_PDF_UNREADABLE, E_PDF_CERTIFIED.
 */
export async function openFolder(wanted: NewFolder): Promise<{ folderId: string }> {
  const { origin, by } = wanted
  await mustBeSignable(wanted.documents)
  const circuit = wanted.circuit
    ? await Circuit.named(wanted.circuit)
    : await Circuit.ofType(wanted.type)
  const folder = await Folder.create({
    title: wanted.title,
    state: 'in_progress',
    circuitId: circuit.id,
    circuitName: circuit.name,
    originCapability: origin.capability,
    originId: origin.id,
    movedAt: clock.now(),
    openedBy: by.kind === 'person' ? by.id : null,
    dueOn: wanted.dueOn ? DateTime.fromISO(String(wanted.dueOn)) : null,
  })
  await keepDocuments(folder, wanted.documents)
  await keepSteps(folder, circuit)
  await journal.append({
    type: 'parapheur.folder_opened',
    subject: folder.ref,
    actor: by,
    data: {
      circuit: circuit.key,
      version: circuit.version,
      origin: `${origin.capability}:${origin.id}`,
    },
  })
  await reachNextStep(folder, by)
  return { folderId: folder.id }
}

/** Said to whoever opens the folder rather than to the mayor, weeks later. */
async function mustBeSignable(contents: NewFolder['documents']): Promise<void> {
  const toSign = contents.filter((one) => one.toSign)
  if (toSign.length === 0) throw new NothingToSign()
  for (const { documentId } of toSign) {
    await checkSignableApart(await documents.read(documentId), { giveAway: true })
  }
}

async function keepDocuments(folder: Folder, documents: NewFolder['documents']): Promise<void> {
  const rows = documents.map(({ documentId, toSign }, position) => {
    return { folderId: folder.id, position, toSign, documentId, originalDocumentId: documentId }
  })
  await FolderDocument.createMany(rows)
}

async function keepSteps(folder: Folder, circuit: Circuit): Promise<void> {
  const desks = new Map((await Desk.all()).map((desk) => [desk.key, desk]))
  const rows = circuit.steps.map(({ kind, desk: key }, position) => {
    const desk = key ? desks.get(key) : undefined
    const deskName = desk?.name ?? 'Cachet de la collectivité'
    return {
      folderId: folder.id,
      position,
      kind,
      deskName,
      deskId: desk?.id ?? null,
      state: 'waiting' as const,
    }
  })
  await FolderStep.createMany(rows)
}
