import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf, pageAfter } from '#web/cursor'
import { sendDocument } from '#web/documents/send'
import { zipOf } from '#lib/zip/zip'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { PliMissing } from '../errors.js'
import PliFile from './pli_file.js'
import { pageOfPlis, type ReceivedPli } from './received_plis.js'
import { sealedFiles } from './sealed_files.js'
import { isTooEarly } from './too_early.js'

/** What a buyer reads of the plis, and never before the hour. */
export default class PlisOfBuyerController {
  /** Who has answered, for a program of the buyer: fifty at once, and where the next ones are (RFC 8288). */
  async index(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    if (await isTooEarly(ctx, consultation)) return
    const page = await pageOfPlis(consultation, cursorOf(ctx.request))
    const next = pageAfter(page.next, ctx.request.url())
    if (next) ctx.response.header('link', `<${next}>; rel="next"`)
    return ctx.response.json({ plis: page.plis.map(told), next })
  }

  /** A pli as it is kept, sealed (FORMAT §7): what an archivist keeps of a late one too. */
  async sealed(ctx: HttpContext) {
    const { params, response } = ctx
    const consultation = await Consultation.get(params.id)
    if (await isTooEarly(ctx, consultation)) return
    const pli = await Pli.get(params.pli)
    if (pli.consultationId !== consultation.id || !pli.manifest) throw new PliMissing()
    response.header('content-type', 'application/zip')
    response.header('content-disposition', `attachment; filename="${pli.id}.zip"`)
    response.stream(zipOf(await sealedFiles(pli, consultation), pli.receivedAt!.toJSDate()))
  }

  /** A file of an opened pli. */
  async file(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    if (await isTooEarly(ctx, consultation)) return
    const pli = await Pli.get(ctx.params.pli)
    const file = await PliFile.find(ctx.params.file)
    if (pli.consultationId !== consultation.id || file?.pliId !== pli.id) throw new PliMissing()
    return sendDocument(ctx, file.documentId, { name: file.name.split('/').at(-1) })
  }
}

const told = ({ pli, files }: ReceivedPli) => ({
  id: pli.id,
  siret: pli.siret,
  company: pli.company,
  state: pli.state,
  receivedAt: pli.receivedAt!.toUTC().toISO(),
  files: files.map(({ id, envelope, name, digest, size }) => ({
    ...{ id, envelope, name, sha256: digest, size: Number(size) },
  })),
})
