import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'
import { documents } from '#kernel/documents'
import { sendDocument } from '#web/documents/send'
import { zipOf, type ZippedFile } from '#lib/zip/zip'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { PliMissing } from '../errors.js'
import { piecesOf } from '../deposit/pieces.js'
import { plisOf } from './opening_screen.js'
import PliFile from './pli_file.js'
import { manifestOf } from './shares.js'
import { isTooEarly } from './too_early.js'

/** What a buyer reads of the plis, and never before the hour. */
export default class PlisOfBuyerController {
  /** Who has answered, for a program of the buyer. */
  async index(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    if (await isTooEarly(ctx, consultation)) return
    const plis = (await plisOf(consultation)).map(({ pli, files }) => ({
      id: pli.id,
      siret: pli.siret,
      company: pli.company,
      state: pli.state,
      receivedAt: pli.receivedAt!.toUTC().toISO(),
      files: files.map(({ id, envelope, name, digest, size }) => ({
        ...{ id, envelope, name, sha256: digest, size: Number(size) },
      })),
    }))
    return ctx.response.json({ plis })
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

async function sealedFiles(pli: Pli, consultation: Consultation): Promise<ZippedFile[]> {
  const { envelopes } = await manifestOf(pli, consultation)
  const kept = new Map((await piecesOf(pli.id)).map((one) => [one.sha256, one.documentId]))
  const ids = [...kept.values()].filter((id) => id !== null)
  if (ids.length < kept.size) throw new PliMissing()
  const opened = new Map((await documents.openable(ids)).map((one) => [one.id, one]))
  const fileOf = (path: string, pieces: { sha256: string; size: number }[]): ZippedFile => ({
    path,
    size: pieces.reduce((sum, { size }) => sum + size, 0),
    open: async () =>
      Readable.from(
        (async function* () {
          for (const { sha256 } of pieces) yield await opened.get(kept.get(sha256)!)!.read()
        })()
      ),
  })
  const manifest = Buffer.from(pli.manifest!, 'utf8')
  return [
    { path: 'pli.json', size: manifest.length, open: async () => Readable.from([manifest]) },
    ...envelopes.flatMap(({ name, list, files }) => [
      fileOf(`${name}/list.bin`, [list]),
      ...files.map(({ id, pieces }) => fileOf(`${name}/${id}.bin`, pieces)),
    ]),
  ]
}
