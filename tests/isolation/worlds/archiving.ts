import { SYSTEM } from '#kernel/actor'
import ArchiveHold from '#app/archiving/models/archive_hold'
import Deposit from '#app/archiving/models/deposit'
import { askForDeposit } from '#tests/archiving/archive_world'
import { tenancy } from '#kernel/tenancy'
import { defineWorld } from '../world.js'

export default defineWorld(async (tenantId) => {
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
  return {
    routes: { 'archiving.': { id, hold: hold.id, documentId: file.document_id } },
    secrets: ['Versement de la voisine'],
  }
})
