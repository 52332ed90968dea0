import { test } from '@japa/runner'
import { search } from '#app/archiving/search'
import Deposit from '#app/archiving/models/deposit'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { placeApart } from '#tests/world/journals'
import { askForDeposit } from './archive_world.js'

test.group('Finding a deposit', (group) => {
  let tenant: Tenant
  let deposit: Deposit

  group.setup(async () => {
    const id = await placeApart()
    tenant = (await tenants.byId(id))!
    const made = await askForDeposit(id)
    deposit = await tenancy.run(id, () => Deposit.get(made))
  })

  const find = (words: string, allows = (_: string) => true, at = tenant) =>
    tenancy.run(at.id, () => search.find(words, { tenantSlug: at.slug, limit: 10, allows }))

  test('answers to its title without accents, and to its reference', async ({ assert }) => {
    const bare = deposit.title
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
    for (const words of [bare, deposit.description.reference!]) {
      const found = await find(words)
      assert.lengthOf(found, 1, words)
      assert.include(found[0].url, deposit.id)
    }
  })

  test('answers to nobody who may not read the archives, nor elsewhere', async ({ assert }) => {
    assert.isEmpty(await find(deposit.title, () => false))
    const other = (await tenants.byId(await placeApart()))!
    assert.isEmpty(await find(deposit.title, undefined, other))
  })
})
