import vine from '@vinejs/vine'
import { documents } from '#kernel/documents'
import { DomainError } from '#lib/errors'
import { listQuery, listRows } from '#web/api/list_page'
import type { Operation } from '#web/api/operation'
import { sendFile } from '#web/api/send_file'
import { told } from '#web/api/shapes'
import { documentOf } from '../documents_of.js'
import Acte from '../models/acte.js'
import { ACTE_STATES } from '../rules/lifecycle.js'
import { acteList } from '../screens/acte_list_screen.js'
import { acteAnswer, toldActe } from './acte_resource.js'

const list = acteList('')

const lineShape = vine.create({
  id: told.id(),
  state: told.oneOf(ACTE_STATES),
  nature: told.count().nullable(),
  numero: told.text(),
  objet: told.text(),
  decisionDate: told.day().nullable(),
  changedAt: told.moment(),
})
const problemsShape = vine.create({
  problems: vine.array(vine.object({ field: told.text(), message: told.text() })),
})
/** Everything that the ministry would refuse, or why that cannot be told yet. */
async function problemsOf(acte: Acte) {
  try {
    return await acte.problems()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [{ field: error.field ?? 'matiere', message: error.message }]
  }
}

export const readingOperations: Operation[] = [
  {
    name: 'list',
    call: 'GET /',
    permission: 'actes.read',
    title: 'Lister les actes',
    says: 'Les filtres et l’ordre sont ceux de la liste à l’écran ; « apres » vient de la page précédente.',
    query: listQuery(list),
    answer: { kind: 'list', of: 'LigneActe', shape: lineShape },
    gestures: [],
    run: ({ query }) =>
      listRows(list, query, (row) => ({
        id: row.id,
        state: row.state,
        nature: row.nature_code,
        numero: row.numero,
        objet: row.objet,
        decisionDate: row.decision_date,
        changedAt: new Date(row.changed_at).toISOString(),
      })),
  },
  {
    name: 'read',
    call: 'GET /:id',
    permission: 'actes.read',
    title: 'Lire un acte',
    answer: acteAnswer(),
    gestures: [],
    run: async ({ params }) => toldActe(await Acte.get(params.id)),
  },
  {
    name: 'problems',
    call: 'GET /:id/problemes',
    permission: 'actes.read',
    title: 'Savoir ce que la préfecture refuserait d’un acte',
    answer: { kind: 'thing', of: 'Problemes', shape: problemsShape },
    gestures: [],
    run: async ({ params }) => ({
      problems: (await problemsOf(await Acte.get(params.id))).map(({ field, message }) => ({
        field,
        message,
      })),
    }),
  },
  {
    name: 'document',
    call: 'GET /:id/documents/:document',
    permission: 'actes.read',
    title: 'Télécharger un fichier d’un acte',
    answer: { kind: 'file', says: 'Les octets du fichier' },
    gestures: [],
    async run({ params, ctx }) {
      const id = await documentOf(await Acte.get(params.id), params.document)
      await sendFile(ctx, await documents.find(id))
    },
  },
]
