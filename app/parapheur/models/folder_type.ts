import { FolderTypeSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'

/** What one brings to the parapheur (« Délibération »), and the circuit that it follows. */
export default class FolderType extends TenantModel(FolderTypeSchema) {
  static table = 'parapheur.folder_types'
}
