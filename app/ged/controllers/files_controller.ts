import type { HttpContext } from '@adonisjs/core/http'
import { sendDocument } from '#web/documents/send'
import { nodeFor } from '../access/allowed.js'
import { NodeMissing } from '../errors.js'
import Version from '../nodes/version.js'

/** The bytes of a document, of its last version or of the one that is named. */
export default class FilesController {
  async show(ctx: HttpContext) {
    const { request, params } = ctx
    const { node } = await nodeFor(ctx, params.id)
    const wanted: unknown = request.input('version')
    const versions = await Version.of(node.id)
    const version = wanted ? versions.find(({ label }) => label === wanted) : versions[0]
    if (!version) throw new NodeMissing()
    // Nothing but a PDF is shown under our own address: others wrote it
    const isShown =
      version.mediaType === 'application/pdf' && request.input('telecharger') === undefined
    return sendDocument(ctx, version.documentId, { name: node.name, isShown })
  }
}
