import vine from '@vinejs/vine'
import { documents } from '#kernel/documents'
import { listQuery, listRows } from '#web/api/list_page'
import type { Operation } from '#web/api/operation'
import { sendBytes, sendFile } from '#web/api/send_file'
import { told } from '#web/api/shapes'
import { bordereauOf } from '../bordereau/bordereau.js'
import { deskOf } from '../desk/desk_of.js'
import { folderList } from '../desk/folder_list_screen.js'
import Folder from '../models/folder.js'
import FolderDocument from '../models/folder_document.js'
import { keepReading } from '../signing/readings.js'
import { folderAnswer, toldFolder } from './folder_resource.js'

const NOBODY = { base: '', userId: '', desks: [], choices: { desks: [], circuits: [] } }

const lineShape = vine.create({
  id: told.id(),
  title: told.text(),
  state: told.text(),
  circuit: told.text(),
  dueOn: told.day().nullable(),
  movedAt: told.moment(),
})

export const readingOperations: Operation[] = [
  {
    name: 'list',
    call: 'GET /dossiers',
    permission: 'parapheur.read',
    title: 'Lister les dossiers du parapheur',
    says: 'Les filtres sont ceux de la liste à l’écran ; « vue » vaut todo (ce qui attend le compte), late, done ou all.',
    query: listQuery(folderList(NOBODY)),
    answer: { kind: 'list', of: 'LigneDossier', shape: lineShape },
    gestures: [],
    async run({ query, ctx }) {
      const [list] = await deskOf(ctx)
      return listRows(list, query, (row) => ({
        id: row.id,
        title: row.title,
        state: row.state,
        circuit: row.circuit_name,
        dueOn: row.due_on,
        movedAt: new Date(row.moved_at).toISOString(),
      }))
    },
  },
  {
    name: 'read',
    call: 'GET /dossiers/:id',
    permission: 'parapheur.read',
    title: 'Lire un dossier',
    answer: folderAnswer(),
    gestures: [],
    run: async ({ params, ctx }) => toldFolder(await Folder.get(params.id), ctx.actor.id!),
  },
  {
    name: 'document',
    call: 'GET /dossiers/:id/documents/:document',
    permission: 'parapheur.read',
    title: 'Télécharger un document d’un dossier',
    says: 'Ce qui est téléchargé est lu : un visa ne se donne qu’à ce que l’on a lu.',
    answer: { kind: 'file', says: 'Les octets du document' },
    gestures: ['parapheur.readings.store'],
    async run({ params, ctx }) {
      const one = await FolderDocument.in(params.id, params.document)
      await keepReading(one, ctx.actor.id!)
      await sendFile(ctx, await documents.find(one.documentId))
    },
  },
  {
    name: 'bordereau',
    call: 'GET /dossiers/:id/bordereau',
    permission: 'parapheur.read',
    title: 'Télécharger le bordereau de signature, en PDF',
    answer: { kind: 'file', says: 'Le PDF du bordereau' },
    gestures: [],
    async run({ params, ctx }) {
      sendBytes(ctx, await bordereauOf(params.id), 'application/pdf')
    },
  },
]
