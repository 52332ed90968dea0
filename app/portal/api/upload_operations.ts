import { member, UploadRefused, uploads } from '#kernel/uploads'
import type { Call, Operation } from '#web/api/operation'
import { API_ROOT } from '#web/api/registry'
import { octets } from '#lib/http/tus'
import { nameIn } from '../controllers/uploads_controller.js'

/** tus.io, resumable upload 1.0.0: the same protocol as that of the pages, at the same speed. */
const VERSION = '1.0.0'
const TUS = { 'Tus-Resumable': { says: 'Toujours 1.0.0', required: false } }
const OFFSET = { 'Upload-Offset': 'Octets reçus', 'Tus-Resumable': 'Toujours 1.0.0' }

function told({ ctx: { response } }: Call, received: number) {
  response.header('tus-resumable', VERSION).header('upload-offset', String(received))
  response.noContent()
}

export const uploadOperations: Operation[] = [
  {
    name: 'begin_upload',
    call: 'POST /depots',
    permission: 'portal.upload',
    title: 'Commencer le dépôt d’un fichier par morceaux',
    says: 'tus 1.0.0. Le fichier complet se joint ensuite par son identifiant, dans « uploads ».',
    headers: {
      ...TUS,
      'Upload-Length': { says: 'Octets du fichier', required: true },
      'Upload-Metadata': { says: '« filename » et le nom en base64' },
    },
    answer: {
      kind: 'raw',
      status: 201,
      says: 'Le dépôt est ouvert',
      headers: { 'Location': 'Où envoyer les morceaux', 'Tus-Resumable': 'Toujours 1.0.0' },
    },
    seen: { nothing: 'it begins a file of one account' },
    refuses: [413],
    gestures: ['portal.uploads.store'],
    async run({ ctx }) {
      const { request, response, actor } = ctx
      const size = octets(request.header('upload-length'))
      if (!size) throw new UploadRefused()
      const name = nameIn(request.header('upload-metadata'))
      const { id } = await uploads.begin(member(actor.id!), { name, size })
      response.header('location', `${API_ROOT}/depots/${id}`)
      response.header('tus-resumable', VERSION).status(201).send('')
    },
  },
  {
    name: 'upload',
    call: 'GET /depots/:id',
    permission: 'portal.upload',
    title: 'Savoir où en est un dépôt',
    says: 'Aussi par HEAD, comme tus le veut.',
    headers: TUS,
    answer: {
      kind: 'raw',
      status: 204,
      says: 'Où il en est',
      headers: { ...OFFSET, 'Upload-Length': 'Octets du fichier' },
    },
    gestures: [],
    async run(call) {
      const { params, ctx } = call
      const { size, received } = await uploads.find(member(ctx.actor.id!), params.id)
      ctx.response.header('cache-control', 'no-store').header('upload-length', String(size))
      told(call, received)
    },
  },
  {
    name: 'send_piece',
    call: 'PATCH /depots/:id',
    permission: 'portal.upload',
    title: 'Envoyer le morceau suivant',
    says: 'Deux mégaoctets au plus.',
    headers: { ...TUS, 'Upload-Offset': { says: 'Octets déjà reçus', required: true } },
    isPiece: true,
    answer: { kind: 'raw', status: 204, says: 'Le morceau est reçu', headers: OFFSET },
    seen: { nothing: 'pieces of one file of one account: a wrong offset is refused' },
    refuses: [409, 413],
    gestures: ['portal.uploads.update'],
    async run(call) {
      const { params, ctx } = call
      await uploads.find(member(ctx.actor.id!), params.id)
      const offset = octets(ctx.request.header('upload-offset'))
      if (!ctx.piece || offset === null) throw new UploadRefused()
      told(call, await uploads.add(member(ctx.actor.id!), params.id, offset, ctx.piece))
    },
  },
  {
    name: 'forget_upload',
    call: 'DELETE /depots/:id',
    permission: 'portal.upload',
    title: 'Abandonner un dépôt',
    answer: { kind: 'nothing' },
    seen: { nothing: 'given up twice, it is given up' },
    gestures: ['portal.uploads.destroy'],
    async run({ params, ctx }) {
      const { id } = await uploads.find(member(ctx.actor.id!), params.id)
      await uploads.forget(id)
    },
  },
]
