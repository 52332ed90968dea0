import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads'
import { megabytes } from '#lib/documents/sizes'
import { sha256In } from '#lib/http/digest'
import { metadataOf, octets, TUS_VERSION } from '#lib/http/tus'
import { PieceDamaged, TooManyUploads, UploadRefused, UploadTooLarge } from '#lib/uploads/errors'
import { missingRanks, PIECE_BYTES } from '#lib/uploads/pieces'
import { isUnreadable, readable } from '#web/unreadable_text'
import { filesIn, ownerOf } from './drop_boxes.js'

/**
 * A drop box, for programs and for the page of its room: a file begins, its pieces come in the order
 * of tus or each at its rank, and its end gives a receipt. The addresses say whose it is: none of
 * this reads a session.
 */
export default class DropsController {
  async store({ request, response, dropBox, params }: HttpContext) {
    // Compared with nothing: it begins a file of the box
    const size = octets(request.header('upload-length'))
    const metadata = request.header('upload-metadata')
    const name = metadataOf(metadata, 'filename')
    const sha256 = metadataOf(metadata, 'sha256') || null
    if (size === null || isUnreadable(name)) throw new UploadRefused()
    if (sha256 && !/^[0-9a-f]{64}$/.test(sha256)) throw new UploadRefused()
    if (size > dropBox.mostBytes) throw new UploadTooLarge(megabytes(dropBox.mostBytes))
    const { id } = await tenancy.run(dropBox.tenantId, async () => {
      const { purpose, closesAt: until, mostFiles } = dropBox
      const announced = { name: readable(name), size, sha256, purpose, until }
      const begun = await uploads.begin(ownerOf(dropBox), announced)
      // Counted after: those who begin at the same time have waited for one another
      if ((await filesIn(dropBox)) > mostFiles) throw new TooManyUploads()
      return begun
    })
    response.header('location', `/depot/${params.token}/${id}`)
    response.header('upload-piece-length', String(PIECE_BYTES))
    return response.header('tus-resumable', TUS_VERSION).status(201).send('')
  }

  /** How far a file is: for tus in the headers, and in JSON the ranks that have not come. */
  async show({ response, dropBox, params }: HttpContext) {
    const { upload, pieces } = await tenancy.run(dropBox.tenantId, async () => ({
      upload: await uploads.find(ownerOf(dropBox), params.id),
      pieces: await uploads.pieces(params.id),
    }))
    const { size, received, documentId } = upload
    response.header('tus-resumable', TUS_VERSION)
    response.header('upload-length', String(size)).header('upload-offset', String(received))
    const missing = documentId ? [] : missingRanks(pieces, size)
    return response.json({ size, received, pieceBytes: PIECE_BYTES, missing })
  }

  /** The next piece (tus, §3). */
  async update({ request, response, dropBox, params, piece }: HttpContext) {
    // Compared with nothing: pieces of one file: a wrong offset is refused
    const offset = octets(request.header('upload-offset'))
    if (!piece || offset === null) throw new UploadRefused()
    const { tenantId } = dropBox
    const arrived = { tenantId, owner: ownerOf(dropBox), id: params.id, bytes: piece }
    const received = await uploads.addAt(offset, arrived)
    return told(response, received)
  }

  /** The piece of a rank, in any order; its digest in `Content-Digest` (RFC 9530) is compared. */
  async put({ request, response, dropBox, params, piece }: HttpContext) {
    // Compared with nothing: a piece that has come already is refused unless it is the same
    const sha256 = sha256In(request.header('content-digest'))
    if (sha256 === undefined) throw new PieceDamaged()
    if (!piece) throw new UploadRefused()
    const { tenantId } = dropBox
    const arrived = { tenantId, owner: ownerOf(dropBox), id: params.id, bytes: piece }
    return told(response, await uploads.addRank(Number(params.rank), arrived, sha256 ?? undefined))
  }

  /** The end of a file: it is read again whole, and kept. A second time gives the same receipt. */
  async keep({ response, dropBox, params }: HttpContext) {
    // Compared with nothing: it ends a file of the box
    const { tenantId } = dropBox
    const kept = await uploads.keep(tenantId, ownerOf(dropBox), params.id)
    const { name, size, sha256, mediaType, scan } = kept
    return response.status(201).json({ name, size, sha256, mediaType, scan })
  }

  async destroy({ response, dropBox, params }: HttpContext) {
    await tenancy.run(dropBox.tenantId, async () => {
      const { id } = await uploads.find(ownerOf(dropBox), params.id)
      await uploads.forget(id)
    })
    return response.header('tus-resumable', TUS_VERSION).noContent()
  }
}

function told(response: HttpContext['response'], received: number) {
  response.header('tus-resumable', TUS_VERSION).header('upload-offset', String(received))
  return response.noContent()
}
