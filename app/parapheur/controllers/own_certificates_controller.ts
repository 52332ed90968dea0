import type { HttpContext } from '@adonisjs/core/http'
import { certificatesOf, WARNED_DAYS } from '../own/certificates.js'

/** The certificates with which a person has signed, in her account. */
export default class OwnCertificatesController {
  async index({ auth, view }: HttpContext) {
    const certificates = await certificatesOf(auth.user!.id)
    return view.render('parapheur/own_certificates', { certificates, warnedDays: WARNED_DAYS })
  }
}
