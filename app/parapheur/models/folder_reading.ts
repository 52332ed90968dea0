import { FolderReadingSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'

/** Somebody opened one version of a folder's document. */
export default class FolderReading extends TenantModel(FolderReadingSchema) {
  static table = 'parapheur.folder_readings'
}
