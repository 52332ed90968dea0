import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { tenancy } from '#kernel/tenancy'
import { zipOf } from '#lib/zip/zip'
import { holderOfPli } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'
import { PliMissing } from '../errors.js'
import { sealedFiles } from '../opening/sealed_files.js'
import { giveLastKey } from './last_key.js'

const given = vine.create({ cle: vine.string().maxLength(100_000) })

/** The bidder's own key as last resort: her pli as it lies here, and its opening when nobody else can. */
export default class LastKeysController {
  /** What she deposited, sealed: with `cle.json` the offline program opens it. */
  async show(ctx: HttpContext) {
    const tenant = await buyerOf(ctx)
    const holder = await holderOfPli(ctx.door.personId, ctx.params.pli)
    const { id, at, files } = await tenancy.run(tenant.id, async () => {
      const pli = await Pli.ofPerson(holder, ctx.params.pli, false)
      if (!pli.manifest) throw new PliMissing()
      const consultation = await Consultation.get(pli.consultationId)
      return { id: pli.id, at: pli.receivedAt!, files: await sealedFiles(pli, consultation) }
    })
    ctx.response.header('content-type', 'application/zip')
    ctx.response.header('content-disposition', `attachment; filename="${id}.zip"`)
    ctx.response.stream(zipOf(files, at.toJSDate()))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: the same key again opens the same pli
    const { cle } = await ctx.request.validateUsing(given)
    const tenant = await buyerOf(ctx)
    const holder = await holderOfPli(ctx.door.personId, ctx.params.pli)
    await tenancy.run(tenant.id, async () => {
      const pli = await Pli.ofPerson(holder, ctx.params.pli)
      await giveLastKey(pli, await Consultation.hold(pli.consultationId), cle)
    })
    return ctx.response.status(201).json({ pli: ctx.params.pli })
  }
}
