import type { HttpContext } from '@adonisjs/core/http'
import { sealKeys } from '#kernel/journal/seal_key'
import { writeSealKeys } from '#lib/proof'

/** The public keys that our seals are verified with. */
export default class SealKeysController {
  async show({ view }: HttpContext) {
    const { all } = await sealKeys()
    return view.render('seals/key', { keys: all })
  }

  async download({ response }: HttpContext) {
    const { all } = await sealKeys()
    response.header('content-type', 'application/x-pem-file; charset=utf-8')
    response.header('content-disposition', 'attachment; filename="cle-des-scelles.pem"')
    return response.send(writeSealKeys(all))
  }
}
