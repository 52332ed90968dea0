import { FicheInvitationSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'

/** An invitation to join the collectivite in order to pilot a sheet. */
export default class FicheInvitation extends TenantModel(FicheInvitationSchema) {
  static table = 'territory.fiche_invitations'
}
