import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { documentsStore } from './store.js'

/** Removes a file, or the folder of one in pieces, that was replaced or deleted, unless a row leads to it. */
export const forgetBlobFile = defineJob<{ storageKey: string }>({
  name: 'kernel.forget_blob_file',
  title: 'Effacer un fichier remplacé ou supprimé',
  onGiveUp: {
    nobodyNeeds: 'what no row names is swept each night, and said by documents:verify',
  },
  async handle({ storageKey }, { tenantId }) {
    const isNamed = await tenancy.run(tenantId, ({ trx }) =>
      trx.from('kernel.blobs').where({ tenant_id: tenantId, storage_key: storageKey }).first()
    )
    if (isNamed) return
    const store = await documentsStore()
    // What came in pieces rests in them, in a folder
    await (storageKey.startsWith('u/') ? store.removeAll(storageKey) : store.remove(storageKey))
  },
})
