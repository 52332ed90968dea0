import { InvitationSchema } from '#database/schema/kernel'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'

/** Somebody is asked to join a tenant; the secret of the link is kept as a digest only. */
export default class Invitation extends TenantModel(InvitationSchema) {
  static table = 'kernel.invitations'
  declare roles: string[]

  /** As a list says it; the link itself is judged by the base (`moment.ts`). */
  get isExpired(): boolean {
    return this.expiresAt.toMillis() <= clock.now().toMillis()
  }
}
