import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import type { Operation } from '#web/api/operation'
import { nodeFor, placeFor } from '../access/allowed.js'
import { closeFolder } from '../closing/close_folder.js'
import { refuseClosed } from '../closing/closed.js'
import { askedOf, closing } from '../closing/read_closing.js'
import { folderToClose } from '../closing/who_closes.js'
import { FilesMissing, NodeMissing } from '../errors.js'
import { depositFile } from '../nodes/deposit_file.js'
import { addVersion } from '../nodes/file_document.js'
import { rename } from '../nodes/move.js'
import { refuseName } from '../nodes/naming.js'
import Node from '../nodes/node.js'
import { discard } from '../nodes/trash.js'
import { spaceOf } from './reading_operations.js'
import { documentShape, documentUrl, lineShape, toldDocument, toldLine } from './resources.js'

const place = { parent: vine.string().uuid().optional() }
const folder = vine.create({ ...place, name: vine.string().maxLength(255) })
const deposit = vine.create(place)
const version = vine.create({
  comment: vine.string().trim().maxLength(500).optional(),
  major: vine.boolean().optional(),
})
const common = { permission: 'ged.write', refuses: [409] }
const document = { kind: 'thing', of: 'DocumentRange', shape: documentShape } as const
const line = { kind: 'thing', of: 'LigneDocuments', shape: lineShape } as const

export const filingOperations: Operation[] = [
  {
    ...common,
    name: 'deposit',
    call: 'POST /espaces/:space/documents',
    title: 'Déposer un document',
    says: 'Sous un numéro quand son nom est pris ; « parent » nomme un dossier, sinon il va à la racine.',
    body: deposit,
    files: { file: { says: 'Tout fichier' } },
    refuses: [409, 413, 507],
    answer: { ...document, status: 201, at: ({ id }) => documentUrl(id) },
    seen: { nothing: 'a document is added beside those that stand there' },
    gestures: ['ged.deposits.store'],
    run: async ({ ctx, params, body, files }) => {
      const [file] = files.file ?? []
      if (!file) throw new FilesMissing().at('file')
      const where = await placeIn(ctx, params.space, body.parent)
      return toldDocument(await depositFile(where, file, ctx.actor))
    },
  },
  {
    ...common,
    name: 'open_folder',
    call: 'POST /espaces/:space/dossiers',
    title: 'Ouvrir un dossier',
    body: folder,
    answer: { ...line, status: 201 },
    seen: { nothing: 'a folder is added, and a name that is taken is refused' },
    gestures: ['ged.folders.store'],
    run: async ({ ctx, params, body }) => {
      const where = await placeIn(ctx, params.space, body.parent)
      await refuseName(where, body.name)
      return toldLine(await Node.openFolder(where, body.name, ctx.actor))
    },
  },
  {
    ...common,
    name: 'add_version',
    call: 'POST /documents/:document/versions',
    title: 'Ajouter une version à un document',
    body: version,
    files: { file: { says: 'Ce que le document devient' } },
    refuses: [409, 413, 507],
    answer: { ...document, status: 201 },
    seen: { nothing: 'a version is added, and takes nothing from those before it' },
    gestures: ['ged.versions.store'],
    run: async ({ ctx, params, body, files }) => {
      const { node } = await nodeFor(ctx, params.document, 'editor', { hold: true })
      if (node.kind !== 'document') throw new NodeMissing()
      const [file] = files.file ?? []
      if (!file) throw new FilesMissing().at('file')
      const kept = await documents.store(file.open(), { name: file.name })
      const { comment = null, major = false } = body
      const made = await addVersion(node.id, kept, { by: ctx.actor, comment, isMajor: major })
      const data = { version: made.label, sha256: kept.sha256 }
      await journal.append({ type: 'ged.version_added', subject: node.ref, actor: ctx.actor, data })
      await file.done()
      return toldDocument(node)
    },
  },
  {
    ...common,
    name: 'rename',
    call: 'PUT /elements/:element/nom',
    title: 'Renommer un document ou un dossier',
    body: vine.create({ name: vine.string().maxLength(255) }),
    answer: line,
    seen: { nothing: 'a name is whole, and one that is taken is refused' },
    gestures: ['ged.names.update'],
    run: async ({ ctx, params, body }) => {
      const { node } = await nodeFor(ctx, params.element, 'editor', { hold: true })
      await rename(node, body.name, ctx.actor)
      return toldLine(node)
    },
  },
  {
    ...common,
    name: 'close_folder',
    call: 'POST /dossiers/:folder/cloture',
    title: 'Clore un dossier, et le verser aux archives',
    says: 'Ce qu’il contient se lit et ne change plus. « deposits » le verse, avec sa durée, son sort final et son code de communicabilité.',
    body: closing,
    answer: { kind: 'nothing' },
    seen: { nothing: 'a folder is closed once, and one that is closed is refused' },
    gestures: ['ged.closings.store'],
    run: async ({ ctx, params, body }) => {
      const folder = await folderToClose(ctx, params.folder, { hold: true })
      await refuseClosed([folder.accessId])
      await closeFolder(folder, askedOf(body), ctx.actor)
    },
  },
  {
    ...common,
    name: 'discard',
    call: 'DELETE /elements/:element',
    title: 'Mettre un document ou un dossier à la corbeille',
    answer: { kind: 'nothing' },
    seen: { nothing: 'it waits in the trash for thirty days, and is put back from there' },
    gestures: ['ged.trash.store'],
    run: async ({ ctx, params }) => {
      const { node } = await nodeFor(ctx, params.element, 'editor', { hold: true })
      await discard(node, ctx.actor)
    },
  },
]

/** Where something new goes: a folder of the space, or its root. */
async function placeIn(ctx: HttpContext, spaceId: string, folderId: string | undefined) {
  const { space } = await spaceOf(ctx, spaceId)
  return placeFor(ctx, space.slug, folderId ?? null, 'contributor')
}
