import { FolderDocumentSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'

/** A document of a folder: signed in its circuit, or joined to it. */
export default class FolderDocument extends TenantModel(FolderDocumentSchema) {
  static table = 'parapheur.folder_documents'
}
