import { X509Certificate } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { SealCertificateMissing } from '../signing/errors.js'
import { ownCachet } from '../signing/own_cachet.js'

/** The certificate of the seal in force: whoever verifies a proof must get it from the member. */
export default class SealCertificatesController {
  async show({ response, tenant }: HttpContext) {
    const cachet = await ownCachet()
    if (!cachet) throw new SealCertificateMissing()
    response.header('content-type', 'application/x-pem-file; charset=utf-8')
    response.header('content-disposition', `attachment; filename="cachet-${tenant.slug}.pem"`)
    return response.send(new X509Certificate(cachet.certificate).toString())
  }
}
