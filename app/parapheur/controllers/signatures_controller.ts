import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { acceptSignatures } from '../signing/accept_signatures.js'
import { signaturesValidator } from '../validators.js'

/** The second phase of a session: what the certificate signed in the browser. */
export default class SignaturesController {
  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a nonce that serves once binds it to what was shown
    const { nonce, signatures } = await request.validateUsing(signaturesValidator)
    const values = new Map(
      signatures.map(({ item, value }) => [item, Buffer.from(value, 'base64')])
    )
    const { folderId } = await acceptSignatures(params.id, actor.id!, { nonce, values })
    session.flash('success', 'Votre signature est reçue. Elle est horodatée puis apposée.')
    return response
      .status(201)
      .send({ page: here('parapheur.folders.show', { tenant, id: folderId }) })
  }
}
