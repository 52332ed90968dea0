import { randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import { rotateSettings } from '#kernel/operator/rotate_settings'
import { placeApart } from '#tests/world/journals'
import { rewrapTenantKey, unwrapKey, wrapKey } from '#kernel/documents/keys'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { place } from '#tests/world/world'

const [current, previous] = [randomBytes(32), randomBytes(32)]

test.group('The key of a tenant, when the application key changes', () => {
  test('is opened by the previous one, and says so', ({ assert }) => {
    const key = randomBytes(32)
    const opened = unwrapKey(wrapKey(key, previous), [current, previous])
    assert.deepEqual(opened.key, key)
    assert.isFalse(opened.current)
    assert.isTrue(unwrapKey(wrapKey(key, current), [current, previous]).current)
  })

  test('stays closed to any other', ({ assert }) => {
    assert.throws(() => unwrapKey(wrapKey(randomBytes(32), randomBytes(32)), [current, previous]))
  })

  test('is left alone when it is under the current one', async ({ assert }) => {
    const { id } = await place('kervalan')
    await tenancy.run(id, async ({ trx }) => {
      await documents.store(Buffer.from('%PDF-1.4\n%%EOF'), { name: 'essai.pdf' })
      const before = await trx.from('kernel.tenant_keys').where('tenant_id', id).firstOrFail()
      assert.isFalse(await rewrapTenantKey())
      const after = await trx.from('kernel.tenant_keys').where('tenant_id', id).firstOrFail()
      assert.equal(after.wrapped_key, before.wrapped_key)
    })
  })
})

test.group('The secrets of the settings, when the application key changes', () => {
  test('are written again, and say the same', async ({ assert }) => {
    const id = await placeApart()
    const settings = {
      archiving: { asalaeUser: 'kervalan', asalaePassword: encryption.encrypt('chut') },
    }
    const kept = await tenancy.run(id, async ({ trx }) => {
      const row = trx.from('kernel.tenants').where('id', id)
      await row.clone().update({ settings: JSON.stringify(settings) })
      assert.equal(await rotateSettings(), 1)
      return (await row.clone().firstOrFail()).settings.archiving
    })
    assert.equal(kept.asalaeUser, 'kervalan')
    assert.notEqual(kept.asalaePassword, settings.archiving.asalaePassword)
    assert.equal(encryption.decrypt(kept.asalaePassword), 'chut')
  })
})
