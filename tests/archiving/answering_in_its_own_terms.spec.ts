import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { place } from '#tests/world/world'
import { archive, askForDeposit } from './archive_world.js'

test.group('A deposit whose collectivite changes its settings meanwhile', (group) => {
  let tenant: Tenant
  const set = async (archiving: object) => {
    const settings = JSON.stringify({ ...tenant.settings, archiving })
    await db.connection('app').from('kernel.tenants').where('id', tenant.id).update({ settings })
    tenants.forget()
  }
  group.setup(async () => {
    tenant = await place('saint-orven')
    return () => set(tenant.settings.archiving ?? {})
  })

  test('is built, acknowledged and answered in the terms under which it left', async ({
    assert,
  }) => {
    await set({ sedaVersion: '2.1', archivalAgency: 'FRAD035' })
    const asked = await askForDeposit(tenant.id)
    await set({ sedaVersion: '2.3', archivalAgency: 'FRAD029' })
    const deposit = await archive(tenant.id, asked)
    assert.equal(deposit.state, 'accepted')
    for (const id of [deposit.acknowledgementDocumentId!, deposit.receiptDocumentId!]) {
      const message = (await tenancy.run(tenant.id, () => documents.read(id))).toString()
      assert.include(message, 'seda:v2.1')
      assert.include(message, 'FRAD035')
      assert.notInclude(message, 'FRAD029')
    }
  })
})
