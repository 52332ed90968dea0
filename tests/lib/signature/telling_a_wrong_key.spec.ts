import { test } from '@japa/runner'
import { isWholeSequence } from '#lib/signature/p12/nodes'

const sequence = (size: number) => {
  const length = size < 128 ? [size] : [0x82, size >> 8, size & 0xff]
  return String.fromCharCode(0x30, ...length) + 'x'.repeat(size)
}

test.group('What a key of a .p12 opened', () => {
  for (const size of [0, 1, 127, 128, 700, 65_535])
    test(`is taken when it is one sequence of ${size} bytes`, ({ assert }) => {
      assert.isTrue(isWholeSequence(sequence(size)))
    })

  test('is taken when its end alone says its length (BER)', ({ assert }) => {
    assert.isTrue(isWholeSequence('0\x80\x05\0\0\0'))
    assert.isFalse(isWholeSequence('0\x80\x05\0\0\x01'))
  })

  test('is not, when a byte is missing or too many, or when it is something else', ({ assert }) => {
    const whole = sequence(700)
    const others = [whole.slice(0, -1), `${whole}x`, `1${whole.slice(1)}`, '', '0', '\x24\0']
    for (const other of others) assert.isFalse(isWholeSequence(other), other.slice(0, 8))
  })
})
