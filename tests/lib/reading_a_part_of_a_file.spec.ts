import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { encryptWhole } from '#lib/cipher/cipher'
import { decryptRange } from '#lib/cipher/range'
import { sliced } from '#lib/cipher/sliced'
import { contentRange, parseRange } from '#lib/http/range'
import { sha256In } from '#lib/http/digest'
import { listOf, missingRanks, partsOf, PIECE_BYTES, placed } from '#lib/uploads/pieces'

const ring = { current: 1, keys: new Map([[1, randomBytes(32)]]) }
const identity = { tenantId: 't', storageKey: 'k', sha256: 's' }
const FRAME = 65_536

test.group('A part of an encrypted file', () => {
  const SIZES = [1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 10]

  for (const size of SIZES) {
    test(`is what the whole has there, and reads its frames alone (${size})`, async ({
      assert,
    }) => {
      const plain = randomBytes(size)
      const sealed = encryptWhole(ring, identity, plain)
      const edges = [0, 1, FRAME - 1, FRAME, 2 * FRAME, size - 1].filter((at) => at < size)
      for (const start of edges) {
        for (const end of edges.filter((at) => at >= start)) {
          let read = 0
          const open = async (from: number, to: number) => {
            read += to + 1 - from
            return Readable.from([sealed.subarray(from, to + 1)])
          }
          const parts = decryptRange(ring, identity, { size, start, end, open })
          const found = Buffer.concat(await Array.fromAsync(parts))
          assert.isTrue(found.equals(plain.subarray(start, end + 1)), `${start}-${end}`)
          const frames = Math.floor(end / FRAME) - Math.floor(start / FRAME) + 1
          assert.isAtMost(read, 40 + frames * (FRAME + 16))
        }
      }
    })
  }

  test('does not open once a byte of it is another, or in the place of another', async ({
    assert,
  }) => {
    const sealed = encryptWhole(ring, identity, randomBytes(3 * FRAME))
    const frame = FRAME + 16
    const moved = Buffer.concat([
      sealed.subarray(0, 40),
      sealed.subarray(40 + frame, 40 + 2 * frame),
      sealed.subarray(40, 40 + frame),
      sealed.subarray(40 + 2 * frame),
    ])
    const flipped = Buffer.from(sealed)
    flipped[40 + frame + 7] ^= 1
    for (const file of [moved, flipped]) {
      const open = async (from: number, to: number) => Readable.from([file.subarray(from, to + 1)])
      const range = { size: 3 * FRAME, start: FRAME, end: FRAME + 5, open }
      await assert.rejects(() => Array.fromAsync(decryptRange(ring, identity, range)), /altéré/)
    }
  })

  test('is cut out of a stream where frames are bound to nothing', async ({ assert }) => {
    const bytes = randomBytes(1000)
    const source = () => Readable.from([bytes.subarray(0, 300), bytes.subarray(300)])
    for (const [start, end] of [
      [0, 999],
      [10, 20],
      [299, 300],
      [400, 999],
    ]) {
      const found = Buffer.concat(await sliced(source(), start, end).toArray())
      assert.deepEqual(found, bytes.subarray(start, end + 1))
    }
  })
})

test.group('What a Range asks (RFC 9110 §14)', () => {
  const CASES: [string | undefined, ReturnType<typeof parseRange>][] = [
    [undefined, null],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['Bytes=0-0', { start: 0, end: 0 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=9-0', null],
    ['bytes=0-1,5-6', null],
    ['pages=1-2', null],
    ['bytes=-', null],
    ['bytes=a-b', null],
  ]
  for (const [header, expected] of CASES) {
    test(`« ${header ?? 'nothing'} »`, ({ assert }) => {
      assert.deepEqual(parseRange(header, 100), expected)
    })
  }

  test('nothing of an empty file can be sent in part', ({ assert }) => {
    assert.equal(parseRange('bytes=0-', 0), 'unsatisfiable')
    assert.equal(parseRange('bytes=-5', 0), 'unsatisfiable')
    assert.equal(contentRange(null, 0), 'bytes */0')
    assert.equal(contentRange({ start: 0, end: 9 }, 100), 'bytes 0-9/100')
  })
})

test.group('The pieces of a file', () => {
  const P = PIECE_BYTES

  test('lack a rank until every byte of it has come', ({ assert }) => {
    const piece = (start: number, bytes: number) => ({ start, bytes, sha256: '' })
    assert.deepEqual(missingRanks([], 2 * P + 1), [0, 1, 2])
    assert.deepEqual(missingRanks([piece(P, P)], 2 * P + 1), [0, 2])
    assert.deepEqual(missingRanks([piece(0, 10)], 2 * P), [0, 1])
    assert.deepEqual(missingRanks([piece(0, 10), piece(10, P - 10), piece(P, P)], 2 * P), [])
    assert.deepEqual(missingRanks([], 0), [])
  })

  test('follow one another in the list of a blob, or are no file', ({ assert }) => {
    const pieces = placed([
      [3, 'a'],
      [4, 'b'],
    ])
    assert.deepEqual(pieces, [
      { start: 0, bytes: 3, sha256: 'a' },
      { start: 3, bytes: 4, sha256: 'b' },
    ])
    assert.deepEqual(listOf(pieces), [
      [3, 'a'],
      [4, 'b'],
    ])
    assert.throws(() => listOf([pieces[1]]), /do not follow/)
    const parts = partsOf(pieces, 2, 4).map(({ piece, from, to }) => [piece.sha256, from, to])
    assert.deepEqual(parts, [
      ['a', 2, 3],
      ['b', 0, 2],
    ])
  })

  test('carry their digest as RFC 9530 writes it', ({ assert }) => {
    const digest = createHash('sha256').update('x').digest()
    assert.equal(sha256In(`sha-256=:${digest.toString('base64')}:`), digest.toString('hex'))
    assert.isNull(sha256In(undefined))
    assert.isNull(sha256In('md5=:AAAA:'))
    assert.isUndefined(sha256In('sha-256=:AAAA:'))
    assert.isUndefined(sha256In('sha-256=x'))
  })
})
