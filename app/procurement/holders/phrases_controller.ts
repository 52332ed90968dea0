import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { journal } from '#kernel/journal'
import { isWrappedKey } from '#lib/sealing'
import { here } from '#web/here'
import { HolderMissing, KeyRefused } from '../errors.js'
import Holder from './holder.js'

const made = vine.create({
  publicKey: vine.string().maxLength(60),
  wrapped: vine.object({}).allowUnknownProperties(),
})

/** A holder whose passphrase is lost, and who has kept her kit, closes the same key by another one. */
export default class PhrasesController {
  async store({ request, response, actor, tenant }: HttpContext) {
    // Compared with the public key that stands: another key would open nothing
    const { publicKey, wrapped } = await request.validateUsing(made)
    const own = await Holder.of(actor.id!)
    if (!own) throw new HolderMissing()
    if (own.publicKey !== publicKey || !isWrappedKey(wrapped)) throw new KeyRefused()
    await own.merge({ wrapped }).save()
    await journal.append({
      type: 'procurement.holder_phrase_changed',
      subject: own.ref,
      actor,
      data: { handle: own.handle },
    })
    return response.status(201).json({ next: here('procurement.holders.index', { tenant }) })
  }
}
