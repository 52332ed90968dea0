import { FolderAnnotationSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'

/** What somebody wrote on a folder: for everybody, or for the desks of the circuit alone. */
export default class FolderAnnotation extends TenantModel(FolderAnnotationSchema) {
  static table = 'parapheur.folder_annotations'
}
