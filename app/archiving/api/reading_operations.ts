import vine from '@vinejs/vine'
import { documents } from '#kernel/documents'
import { listQuery, listRows } from '#web/api/list_page'
import type { Operation } from '#web/api/operation'
import { sendFile } from '#web/api/send_file'
import { told } from '#web/api/shapes'
import { ProofNotReady } from '../errors.js'
import { fileNameIn } from '../keeping.js'
import Deposit from '../models/deposit.js'
import { depositList } from '../screens/deposit_list_screen.js'
import { holdings } from '../screens/holdings_screen.js'
import { depositAnswer, toldAgain } from './deposit_resource.js'

const list = depositList('')

const lineShape = vine.create({
  id: told.id(),
  title: told.text(),
  reference: told.text(),
  state: told.text(),
  archiveIdentifier: told.text().nullable(),
  createdAt: told.moment(),
})
const holdingShape = vine.create({
  agreement: told.text(),
  label: told.text(),
  deposits: told.count(),
  units: told.count(),
  objects: told.count(),
  bytes: told.count(),
  firstDay: told.day().nullable(),
  lastDay: told.day().nullable(),
})
const common = { permission: 'archiving.read', gestures: [] }

export const readingOperations: Operation[] = [
  {
    ...common,
    name: 'list',
    call: 'GET /versements',
    title: 'Lister les versements',
    query: listQuery(list),
    answer: { kind: 'list', of: 'LigneVersement', shape: lineShape },
    run: ({ query }) =>
      listRows(list, query, (row) => ({
        id: row.id,
        title: row.title,
        reference: row.reference,
        state: row.state,
        archiveIdentifier: row.archive_identifier,
        createdAt: new Date(row.created_at).toISOString(),
      })),
  },
  {
    ...common,
    name: 'holdings',
    call: 'GET /fonds',
    title: 'Lire le registre des fonds',
    answer: { kind: 'list', of: 'Fonds', shape: holdingShape },
    run: async () => ({ items: await holdings(), next: null }),
  },
  {
    ...common,
    name: 'read',
    call: 'GET /versements/:id',
    title: 'Lire un versement',
    answer: depositAnswer(),
    run: ({ params }) => toldAgain(params.id),
  },
  {
    ...common,
    name: 'file',
    call: 'GET /versements/:id/fichiers/:documentId',
    title: 'Télécharger un fichier d’un versement',
    answer: { kind: 'file', says: 'Les octets du fichier' },
    async run({ params, ctx }) {
      const name = await fileNameIn(await Deposit.get(params.id), params.documentId)
      const file = await documents.find(params.documentId)
      await sendFile(ctx, { ...file, name: name ?? file.name })
    },
  },
  {
    ...common,
    name: 'proof',
    call: 'GET /versements/:id/preuve',
    title: 'Télécharger le dossier de preuve',
    answer: { kind: 'file', says: 'Un dossier qu’un tiers vérifie sans nous' },
    refuses: [409],
    async run({ params, ctx }) {
      const { proofDocumentId } = await Deposit.get(params.id)
      if (!proofDocumentId) throw new ProofNotReady()
      await sendFile(ctx, await documents.find(proofDocumentId))
    },
  },
]
