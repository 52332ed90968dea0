import { createHash, createHmac, randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { base64url, fromBase64url } from '#lib/sealing/bytes'
import { hmac } from '#lib/sealing/hmac'
import { hpkeOpen, hpkeSeal } from '#lib/sealing/hpke'
import { Sha256Digest } from '#lib/sealing/sha256'
import { combine, product, split } from '#lib/sealing/shamir'
import {
  isOfLowOrder,
  newKeyPair,
  pointOf,
  ownKey,
  publicKeyOf,
  sharedSecret,
} from '#lib/sealing/x25519'

const bytes = (length: number) => new Uint8Array(randomBytes(length))
const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

test.group('SHA-256 that runs', () => {
  for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000, 100_003]) {
    test(`says of ${size} bytes what the machine says`, ({ assert }) => {
      const plain = bytes(size)
      const digest = new Sha256Digest()
      for (let at = 0; at < size; at += 37) digest.update(plain.subarray(at, at + 37))
      assert.equal(digest.digest(), createHash('sha256').update(plain).digest('hex'))
    })
  }
})

test.group('Shares of a secret', () => {
  test('multiply in the field of AES', ({ assert }) => {
    // FIPS 197, §4.2
    assert.equal(product(0x57, 0x83), 0xc1)
    assert.equal(product(0x57, 0x13), 0xfe)
  })

  test('give it back, whichever are chosen, and in any order', ({ assert }) => {
    for (const [count, threshold] of [
      [3, 2],
      [5, 3],
      [16, 15],
    ]) {
      const secret = bytes(32)
      const shares = split(secret, count, threshold)
      assert.deepEqual(combine(shares.slice(-threshold).toReversed()), secret)
      assert.deepEqual(combine(shares.slice(0, threshold)), secret)
      assert.deepEqual(combine(shares), secret)
      assert.notDeepEqual(combine(shares.slice(0, threshold - 1)), secret)
    }
  })

  test('are 32 bytes of y then one of x, never zero nor twice the same', ({ assert }) => {
    const shares = split(bytes(32), 3, 2)
    assert.deepEqual(
      shares.map((share) => share.length),
      [33, 33, 33]
    )
    assert.isNull(combine([shares[0], shares[0]]))
    assert.isNull(combine([shares[0], new Uint8Array(33)]))
  })
})

test.group('X25519', () => {
  test('gives the values of RFC 7748, §6.1', async ({ assert }) => {
    const alice = fromHex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a')
    const bob = fromHex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f')
    const hex = (value: Uint8Array | null) => Buffer.from(value!).toString('hex')
    assert.equal(
      hex(await publicKeyOf(alice)),
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'
    )
    assert.equal(
      hex(await sharedSecret(await ownKey(alice), bob)),
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742'
    )
  })

  test('a point of low order is told, however it is written', async ({ assert }) => {
    const low = [
      '00'.repeat(32),
      `01${'00'.repeat(31)}`,
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
      '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
      `ec${'ff'.repeat(30)}7f`,
      `ed${'ff'.repeat(30)}7f`,
      `ee${'ff'.repeat(30)}7f`,
    ]
    for (const one of low) assert.isTrue(await isOfLowOrder(fromHex(one)), one)
    assert.isFalse(await isOfLowOrder((await newKeyPair()).publicKey))
  })

  test('two texts of one point are one', ({ assert }) => {
    const key = bytes(32)
    const twin = key.slice()
    twin[31] ^= 0x80
    assert.equal(pointOf(key), pointOf(twin))
    assert.equal(pointOf(fromHex(`ee${'ff'.repeat(30)}7f`)), 1n)
  })
})

test.group('HPKE', () => {
  const info = bytes(10)
  const aad = bytes(32)

  test('opens with the key, the info and the data it was sealed with, and no other', async ({
    assert,
  }) => {
    const [one, other] = [await newKeyPair(), await newKeyPair()]
    const plain = bytes(33)
    const sealed = (await hpkeSeal(one.publicKey, { info, aad, plain }))!
    assert.lengthOf(sealed.enc, 32)
    assert.lengthOf(sealed.ct, 49)
    assert.deepEqual(await hpkeOpen(one.privateKey, sealed, { info, aad }), plain)
    assert.isNull(await hpkeOpen(other.privateKey, sealed, { info, aad }))
    assert.isNull(await hpkeOpen(one.privateKey, sealed, { info: bytes(10), aad }))
    assert.isNull(await hpkeOpen(one.privateKey, sealed, { info, aad: bytes(32) }))
    assert.isNull(
      await hpkeOpen(one.privateKey, { ...sealed, enc: new Uint8Array(32) }, { info, aad })
    )
  })
})

test.group('base64url', () => {
  test('has one text a value, without padding', ({ assert }) => {
    for (const length of [0, 1, 2, 3, 32]) {
      const value = bytes(length)
      assert.equal(base64url(value), Buffer.from(value).toString('base64url'))
      assert.deepEqual(fromBase64url(base64url(value)), value)
    }
    for (const wrong of ['A', 'AB', 'AA==', 'A+AA', 'AAA '])
      assert.isNull(fromBase64url(wrong), wrong)
  })
})

test.group('HMAC', () => {
  test('of short bytes is that of OpenSSL, whatever their lengths', ({ assert }) => {
    for (const size of [0, 1, 31, 32, 64])
      for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 200]) {
        const [key, message] = [bytes(size), bytes(length)]
        const expected = createHmac('sha256', key).update(message).digest('hex')
        assert.equal(Buffer.from(hmac(key, message)).toString('hex'), expected)
      }
  })
})
