import { test } from '@japa/runner'
import { isWrappedKey, newKeyPair, unwrapKey, wrapKey } from '#lib/sealing'

test.group('The key of a holder under a passphrase', () => {
  test('opens to the same words, however their accents were typed, and to no others', async ({
    assert,
  }) => {
    const { privateKey } = await newKeyPair()
    const wrapped = await wrapKey(privateKey, 'la clé du préau')
    assert.deepEqual(await unwrapKey(wrapped, 'la clé du préau'.normalize('NFD')), privateKey)
    assert.isNull(await unwrapKey(wrapped, 'la cle du preau'))
    assert.notInclude(JSON.stringify(wrapped), Buffer.from(privateKey).toString('base64url'))
  })

  test('is told from what only looks like one, and from a lighter one', async ({ assert }) => {
    const { privateKey } = await newKeyPair()
    const wrapped = await wrapKey(privateKey, 'la clé du préau')
    assert.isTrue(isWrappedKey(wrapped))
    for (const other of [
      { ...wrapped, iterations: 1_000 },
      { ...wrapped, ct: wrapped.ct.slice(4) },
      { ...wrapped, kdf: 'none' },
      null,
    ])
      assert.isFalse(isWrappedKey(other))
  })
})
