import { SYSTEM } from '#kernel/actor'
import ArchiveHold from '#app/archiving/models/archive_hold'
import Deposit from '#app/archiving/models/deposit'
import { askForDeposit } from '#tests/archiving/archive_world'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

export default defineWorld(async (tenantId, person) => {
  const id = await askForDeposit(tenantId, { title: 'Versement de la voisine' })
  const deposit = await Deposit.get(id)
  await ArchiveHold.place(deposit, SYSTEM, {
    owner: 'Tribunal',
    reason: 'Contentieux',
    endsOn: null,
  })
  const hold = await ArchiveHold.findByOrFail('depositId', id)
  const file = await tenancy
    .trx()
    .from('archiving.deposit_documents')
    .where({ tenant_id: tenantId, deposit_id: id })
    .first()
  const view = await put('kernel.saved_views', {
    list: 'archiving.deposits',
    name: `Vue des archives de la voisine ${uuidv7()}`,
    query: 'etat=archived',
    person_id: person,
    shared: true,
    created_at: new Date(),
  })
  return {
    routes: {
      'archiving.': { id, hold: hold.id, documentId: file.document_id },
      'archiving.lists.forget': { id: view },
    },
    secrets: ['Versement de la voisine', 'Vue des archives de la voisine'],
  }
})
