import { test } from '@japa/runner'
import { InvalidValue, PhoneNumber } from '#lib/values'

const kept = (text: string) => PhoneNumber.parse(text).value
const shown = (text: string) => PhoneNumber.parse(text).toFrench().replaceAll('\u202f', ' ')

test.group('A telephone number', () => {
  test('is read however people write it in France', ({ assert }) => {
    for (const text of [
      '0299000000',
      '02 99 00 00 00',
      '02.99.00.00.00',
      '+33 2 99 00 00 00',
      '+33 (0)2 99 00 00 00',
      '0033 2-99-00-00-00',
    ]) {
      assert.equal(kept(text), '+33299000000', text)
      assert.equal(shown(text), '02 99 00 00 00', text)
    }
  })

  test('of an overseas department is shown as it is dialled', ({ assert }) => {
    assert.equal(shown('+596 596 12 34 56'), '05 96 12 34 56')
  })

  test('of another country keeps its code', ({ assert }) => {
    assert.equal(kept('+44 20 7946 0958'), '+442079460958')
    assert.equal(shown('0044 20 7946 0958'), '+442079460958')
  })

  test('that nobody could call is refused in words', ({ assert }) => {
    for (const text of [
      '',
      '12',
      '02 99 00 00',
      '0099',
      '+0123456789',
      '029900000a',
      '+33',
      '0000000000',
      `+${'9'.repeat(16)}`,
    ]) {
      assert.isNull(PhoneNumber.tryParse(text), text)
    }
    try {
      PhoneNumber.parse('02 99')
      assert.fail('it was read')
    } catch (error) {
      assert.instanceOf(error, InvalidValue)
      assert.include((error as Error).message, 'dix chiffres')
    }
  })
})
