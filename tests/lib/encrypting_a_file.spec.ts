import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import {
  decrypting,
  decryptWhole,
  encryptedSize,
  encrypting,
  encryptWhole,
} from '#lib/cipher/cipher'

const ring = { current: 2, keys: new Map([[2, randomBytes(32)]]) }
const identity = { tenantId: 'kervalan', storageKey: 't/kervalan/ab', sha256: 'ab' }
const flow = (bytes: Buffer, cipher: ReturnType<typeof encrypting>) =>
  buffer(Readable.from([bytes]).pipe(cipher))

test.group('A file encrypted at one go', () => {
  for (const size of [0, 1, 65_536, 65_537, 200_000]) {
    test(`is the file that would have flowed, and opens both ways (${size})`, async ({
      assert,
    }) => {
      const plain = randomBytes(size)
      const whole = encryptWhole(ring, identity, plain)
      const flowed = await flow(plain, encrypting(ring, identity))
      assert.lengthOf(whole, encryptedSize(size))
      assert.lengthOf(flowed, encryptedSize(size))
      for (const encrypted of [whole, flowed]) {
        assert.deepEqual(decryptWhole(ring, identity, encrypted), plain)
        assert.deepEqual(await flow(encrypted, decrypting(ring, identity)), plain)
      }
    })
  }

  test('does not open cut at a frame, with a frame too many, as another nor under another key', ({
    assert,
  }) => {
    const whole = encryptWhole(ring, identity, randomBytes(2 * 65_536))
    const cut = whole.subarray(0, 40 + 65_552)
    const opens = (bytes: Buffer, as = identity, by = ring) => decryptWhole(by, as, bytes)
    const other = { current: 2, keys: new Map([[2, randomBytes(32)]]) }
    assert.throws(() => opens(cut), /altéré/)
    assert.throws(() => opens(Buffer.concat([whole, whole.subarray(40)])), /altéré/)
    assert.throws(() => opens(Buffer.concat([whole, Buffer.alloc(16)])), /altéré/)
    assert.throws(() => opens(whole.subarray(0, 20)), /altéré/)
    assert.throws(() => opens(whole, { ...identity, sha256: 'cd' }), /altéré/)
    assert.throws(() => opens(whole, identity, other), /altéré/)
  })
})
