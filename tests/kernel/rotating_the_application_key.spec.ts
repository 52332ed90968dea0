import { createCipheriv, randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import { rotateSettings } from '#console/rotate_settings'
import { placeApart } from '#tests/world/journals'
import { renewTenantKeys } from '#kernel/documents/keys'
import { unwrapKey, wrapKey } from '#lib/cipher/wrapping'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { place } from '#tests/world/world'

const [current, previous] = [randomBytes(32), randomBytes(32)]
const identity = { tenantId: 'kervalan', generation: 1 }

/** As the keys were wrapped before they were bound to their tenant. */
function wrappedBefore(key: Buffer, under: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  const bytes = [nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(bytes).toString('base64')
}

test.group('The key of a tenant, when the application key changes', () => {
  test('is opened by the previous one, and says so', ({ assert }) => {
    const key = randomBytes(32)
    const opened = unwrapKey(wrapKey(key, previous, identity), [current, previous], identity)
    assert.deepEqual(opened.key, key)
    assert.isFalse(opened.current)
    assert.isTrue(unwrapKey(wrapKey(key, current, identity), [current, previous], identity).current)
  })

  test('stays closed to any other', ({ assert }) => {
    const wrapped = wrapKey(randomBytes(32), randomBytes(32), identity)
    assert.throws(() => unwrapKey(wrapped, [current, previous], identity))
  })

  test('stays closed in the row of another tenant, or of another generation', ({ assert }) => {
    const wrapped = wrapKey(randomBytes(32), current, identity)
    for (const other of [
      { ...identity, tenantId: 'saint-orven' },
      { ...identity, generation: 2 },
    ]) {
      assert.throws(() => unwrapKey(wrapped, [current], other))
    }
  })

  test('is still opened as it was wrapped before, as the first only', ({ assert }) => {
    const key = randomBytes(32)
    const wrapped = wrappedBefore(key, current)
    const opened = unwrapKey(wrapped, [current], identity)
    assert.deepEqual([opened.key, opened.current], [key, false])
    assert.throws(() => unwrapKey(wrapped, [current], { ...identity, generation: 2 }))
  })

  test('is left alone when it is under the current one', async ({ assert }) => {
    const { id } = await place('kervalan')
    await tenancy.run(id, async ({ trx }) => {
      await documents.store(Buffer.from('%PDF-1.4\n%%EOF'), { name: 'essai.pdf' })
      await renewTenantKeys()
      const keys = () => trx.from('kernel.tenant_keys').where('tenant_id', id).orderBy('generation')
      const before = await keys()
      assert.isFalse(await renewTenantKeys())
      assert.deepEqual(await keys(), before)
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
