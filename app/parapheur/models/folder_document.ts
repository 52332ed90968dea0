import { FolderDocumentSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'
import { FolderNotFound } from '../errors.js'

/** A document of a folder: signed in its circuit, or joined to it. */
export default class FolderDocument extends TenantModel(FolderDocumentSchema) {
  static table = 'parapheur.folder_documents'

  /** The document `id` of the folder `folderId`. @throws E_FOLDER_NOT_FOUND */
  static async in(folderId: string, id: string): Promise<FolderDocument> {
    const one = await this.query().where({ id, folderId }).first()
    if (!one) throw new FolderNotFound()
    return one
  }
}
