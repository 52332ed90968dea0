import { test } from '@japa/runner'
import forge from 'node-forge'
import { children, readDer, type DerNode } from '#lib/signature/der'
import { octetString, sequence, setOf, utf8String } from '#lib/signature/der_writer'

const ROUNDS = Number(process.env.MUTATIONS ?? 400)
const SEED = Number(process.env.SEED ?? 1128)
const CONSTRUCTED = 0x20
/** BIT STRING and OCTET STRING may hide more ASN.1, which our peer must not go and open. */
const AS_IT_STANDS = { decodeBitStrings: false, strict: true, parseAllBytes: false } as never

/** A generator of numbers below `most` (mulberry32): the seed tells the whole run. */
function numbers(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}

function randomTree(next: (most: number) => number, depth = 0): Buffer {
  const items = () => Array.from({ length: next(4) }, () => randomTree(next, depth + 1))
  const bytes = Buffer.from(Array.from({ length: next(200) }, () => next(256)))
  const kind = depth > 4 ? 2 + next(2) : next(4)
  if (kind === 0) return sequence(...items())
  if (kind === 1) return setOf(...items())
  return kind === 2 ? octetString(bytes) : utf8String(bytes.toString('base64'))
}

type Shape = string | [number, ...Shape[]]

const ourShape = (node: DerNode): Shape =>
  node.tag & CONSTRUCTED
    ? [node.tag, ...children(node).map(ourShape)]
    : `${node.tag}:${node.value.toString('hex')}`

function theirShape({ tagClass, type, constructed, value }: forge.asn1.Asn1): Shape {
  const tag = tagClass | type | (constructed ? CONSTRUCTED : 0)
  if (constructed) return [tag, ...(value as forge.asn1.Asn1[]).map(theirShape)]
  return `${tag}:${Buffer.from(value as string, 'latin1').toString('hex')}`
}

/** What a reader makes of bytes, or null when it refuses them. */
function read(reader: () => Shape): Shape | null {
  try {
    return reader()
  } catch {
    return null
  }
}

const ours = (bytes: Buffer) => read(() => ourShape(readDer(bytes)))
const theirs = (bytes: Buffer) =>
  read(() => theirShape(forge.asn1.fromDer(bytes.toString('latin1'), AS_IT_STANDS)))

test.group(`Our reader of ASN.1 beside node-forge's (seed ${SEED})`, () => {
  test('finds the same in whatever we write', ({ assert }) => {
    const next = numbers(SEED)
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = randomTree(next)
      const shape = ours(bytes)
      assert.isNotNull(shape)
      assert.deepEqual(shape, theirs(bytes), bytes.toString('hex'))
    }
  })

  test('never finds something else in what was broken', ({ assert }) => {
    const next = numbers(SEED + 1)
    let both = 0
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = sequence(randomTree(next), randomTree(next))
      for (let flips = 1 + next(3); flips > 0; flips--) bytes[next(bytes.length)] ^= 1 << next(8)
      const [one, other] = [ours(bytes), theirs(bytes)]
      if (one === null || other === null) continue
      both++
      assert.deepEqual(one, other, bytes.toString('hex'))
    }
    assert.isAbove(both, ROUNDS / 10)
  })
})
