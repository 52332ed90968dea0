import { CertificateLinkSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'

/**
 * A person, and a certificate that bears another name than the one she has here. Asked by her,
 * granted with a reason and ended by an administrator: three dates, and no state to drift from them.
 */
export default class CertificateLink extends TenantModel(CertificateLinkSchema) {
  static table = 'parapheur.certificate_links'

  /** The link that nobody ended yet between a person and a certificate, granted or only asked. */
  static of(userId: string, fingerprint: string): Promise<CertificateLink | null> {
    return this.query().where({ userId, fingerprint }).whereNull('endedAt').first()
  }

  get isGranted(): boolean {
    return this.grantedAt !== null && this.endedAt === null
  }

  /** An administrator who granted it to herself: allowed, and said wherever it is shown. */
  get isOwn(): boolean {
    return this.grantedBy === this.userId
  }
}
