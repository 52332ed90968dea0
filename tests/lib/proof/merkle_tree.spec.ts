import { test } from '@japa/runner'
import { createHash } from 'node:crypto'
import { inclusionProof, merkleRoot, verifyInclusion } from '#lib/proof'
import { randomsFrom } from './journal_fixture.js'

const leaves = (count: number) => Array.from({ length: count }, (_, i) => hashOf(`leaf ${i}`))
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** The definition of RFC 6962 §2.1, word for word: split at the largest power of two below n. */
function headByDefinition(hashes: string[]): Buffer {
  const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (hashes.length === 1) return hash(Buffer.of(0), Buffer.from(hashes[0], 'hex'))
  const k = 2 ** Math.floor(Math.log2(hashes.length - 1))
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)]
  return hash(Buffer.of(1), headByDefinition(left), headByDefinition(right))
}

test.group('A Merkle tree', () => {
  test('has the head that RFC 6962 defines, for every size up to 70', ({ assert }) => {
    for (let size = 1; size <= 70; size++) {
      assert.equal(merkleRoot(leaves(size)), headByDefinition(leaves(size)).toString('hex'))
    }
  })

  test('proves every leaf of every size up to 40', ({ assert }) => {
    for (let size = 1; size <= 40; size++) {
      const hashes = leaves(size)
      const root = merkleRoot(hashes)
      for (const [index, hash] of hashes.entries()) {
        const path = inclusionProof(hashes, index)
        assert.isTrue(verifyInclusion({ hash, index, size, path, root }), `${index} of ${size}`)
      }
    }
  })

  test('proves no leaf at another index, in another size or by another path', ({ assert }) => {
    const random = randomsFrom(20261122)
    for (let round = 0; round < 300; round++) {
      const size = 2 + random(60)
      const hashes = leaves(size)
      const index = random(size)
      const proof = {
        hash: hashes[index],
        index,
        size,
        path: inclusionProof(hashes, index),
        root: merkleRoot(hashes),
      }
      const wrong = [
        { ...proof, index: (index + 1 + random(size - 1)) % size },
        { ...proof, path: proof.path.slice(1) },
        { ...proof, path: [...proof.path, hashOf('more')] },
        { ...proof, path: proof.path.toSpliced(random(proof.path.length), 1, hashOf('other')) },
        { ...proof, hash: hashOf('other') },
        { ...proof, root: hashOf('other') },
      ]
      for (const attempt of wrong) assert.isFalse(verifyInclusion(attempt), JSON.stringify(attempt))
    }
  })

  test('does not take an inner node for a leaf', ({ assert }) => {
    const hashes = leaves(4)
    const inner = merkleRoot(hashes.slice(0, 2))
    const path = [merkleRoot(hashes.slice(2))]
    assert.isFalse(
      verifyInclusion({ hash: inner, index: 0, size: 2, path, root: merkleRoot(hashes) })
    )
  })

  test('refuses an index outside, an empty list and what is not a hash', ({ assert }) => {
    assert.throws(() => inclusionProof(leaves(3), 3), RangeError)
    assert.throws(() => merkleRoot([]), RangeError)
    assert.throws(() => merkleRoot(['ABC']), TypeError)
  })
})
