import { test } from '@japa/runner'
import { DerError, child, children, octets, oidOf, readDer, timeOf } from '#lib/signature/der'
import * as write from '#lib/signature/der_writer'

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')

test.group('Reading and writing DER', () => {
  test('an OID comes back as it went', ({ assert }) => {
    for (const oid of [
      '1.2.840.113549.1.7.2',
      '2.16.840.1.101.3.4.2.1',
      '2.5.4.97',
      '1.2.250.1.999',
    ]) {
      assert.equal(oidOf(readDer(write.oid(oid))), oid)
    }
  })

  test('lengths take their shortest form', ({ assert }) => {
    assert.equal(write.octetString(Buffer.alloc(127)).toString('hex', 0, 2), '047f')
    assert.equal(write.octetString(Buffer.alloc(128)).toString('hex', 0, 3), '048180')
    assert.equal(write.octetString(Buffer.alloc(256)).toString('hex', 0, 4), '04820100')
  })

  test('integers are positive and minimal', ({ assert }) => {
    assert.equal(write.integer(0).toString('hex'), '020100')
    assert.equal(write.integer(128).toString('hex'), '02020080')
    assert.equal(write.integer(hex('0000ff')).toString('hex'), '020200ff')
  })

  test('a set is sorted by its encodings', ({ assert }) => {
    const sorted = children(readDer(write.setOf(write.integer(3), write.integer(1))))
    assert.deepEqual(
      sorted.map((item) => item.value[0]),
      [1, 3]
    )
  })

  test('times come back to the second', ({ assert }) => {
    const date = new Date('2026-11-22T08:15:30Z')
    assert.deepEqual(timeOf(readDer(write.utcTime(date))), date)
    assert.deepEqual(timeOf(readDer(write.generalizedTime(date))), date)
  })

  test('indefinite lengths and strings in pieces are read, as Java stacks write them', ({
    assert,
  }) => {
    const pieces = readDer(hex('2480 0402 0102 0401 03 0000'))
    assert.equal(octets(pieces).toString('hex'), '010203')
    assert.lengthOf(pieces.raw, 11)
  })

  test('a truncated element is refused', ({ assert }) => {
    assert.throws(() => readDer(hex('3005 0201')), DerError as never)
    assert.throws(() => readDer(hex('30')), DerError as never)
    assert.throws(() => readDer(hex('3089ffffffffffffffffff')), DerError as never)
  })

  test('a missing or unexpected element is refused', ({ assert }) => {
    const node = readDer(hex('3003 020101'))
    assert.throws(() => child(node, 1), /missing/)
    assert.throws(() => child(node, 0, 0x30), /expected tag/)
  })
})
