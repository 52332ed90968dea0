import type { HttpContext } from '@adonisjs/core/http'
import { sendDocument } from '#web/documents/send'
import { ConsultationMissing } from '../errors.js'
import { sendDce } from '../publication/dce_zip.js'
import { published } from '../publication/published.js'
import { versionOf } from './dossier_version.js'
import { noteTaken, WHOLE } from './withdrawal.js'

/** Everybody downloads again what a consultation was at each of its moments. */
export default class VersionsController {
  async dce(ctx: HttpContext) {
    const consultation = await published(ctx.params.id)
    const version = await versionOf(consultation, Number(ctx.params.version))
    await noteTaken(ctx, consultation, WHOLE, version.number)
    return sendDce(ctx, consultation, version)
  }

  async document(ctx: HttpContext) {
    const consultation = await published(ctx.params.id)
    const { number, files } = await versionOf(consultation, Number(ctx.params.version))
    const found = files.find(({ sha256 }) => sha256 === ctx.params.sha256)
    if (!found) throw new ConsultationMissing()
    await noteTaken(ctx, consultation, found.name, number)
    return sendDocument(ctx, found.documentId, { name: found.name, isPublic: true })
  }
}
