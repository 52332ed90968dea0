import { test } from '@japa/runner'
import { Decimal, InvalidValue, type Rounding } from '#lib/values'
import { randomsFrom } from '../proof/journal_fixture.js'

const decimal = (text: string) => Decimal.parse(text)
const ROUNDS = 400

/** A decimal of up to thirty digits, of any sign and scale, always the same for a seed. */
function anyDecimal(random: (below: number) => number): Decimal {
  const digits = Array.from({ length: 1 + random(30) }, () => random(10)).join('')
  return Decimal.of(BigInt(`${random(2) ? '-' : ''}${digits}`), random(12))
}

test.group('Reading an xsd:decimal', () => {
  const READ: [text: string, kept: string][] = [
    ['12', '12'],
    ['-0.50', '-0.50'],
    ['+.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['007.10', '7.10'],
    [' \n1250.50\t', '1250.50'],
    ['123456789012345678901234567890.12', '123456789012345678901234567890.12'],
  ]
  for (const [text, kept] of READ) {
    test(`« ${text.trim()} » is kept as ${kept}`, ({ assert }) => {
      assert.equal(decimal(text).toString(), kept)
    })
  }

  const REFUSED = [
    '',
    '.',
    '-',
    '1e3',
    '1E+3',
    '1,5',
    '1 000',
    'NaN',
    'INF',
    '0x10',
    '--1',
    '1.2.3',
  ]
  for (const text of [...REFUSED, '\u00a01', '١', '9'.repeat(401)]) {
    test(`« ${text.slice(0, 20)} » is refused`, ({ assert }) => {
      assert.isNull(Decimal.tryParse(text))
      assert.throws(() => decimal(text), InvalidValue as never)
    })
  }
})

test.group('Counting exactly', () => {
  test('what floats get wrong is right', ({ assert }) => {
    assert.equal(`${decimal('0.1').plus(decimal('0.2'))}`, '0.3')
    assert.equal(`${decimal('1.005').round({ scale: 2 })}`, '1.01')
    assert.equal(`${decimal('4.35').times(decimal('100'))}`, '435.00')
    assert.equal(`${Decimal.sum(Array.from({ length: 10 }, () => decimal('0.1')))}`, '1.0')
  })

  test('the sum of the lines of an invoice is one of the same scale', ({ assert }) => {
    assert.equal(`${decimal('1000.00').minus(decimal('0.01'))}`, '999.99')
    assert.equal(`${Decimal.sum([])}`, '0')
  })

  test('a quotient says how many digits it keeps', ({ assert }) => {
    assert.equal(`${decimal('1').dividedBy(decimal('3'), { scale: 4 })}`, '0.3333')
    assert.equal(`${decimal('2').dividedBy(decimal('-3'), { scale: 0 })}`, '-1')
    assert.equal(`${decimal('1.000').dividedBy(decimal('8'), { scale: 1 })}`, '0.1')
    assert.throws(() => decimal('1').dividedBy(decimal('0.00'), { scale: 2 }), /zero/)
    assert.throws(() => decimal('1').round({ scale: -1 }), /digits/)
  })

  const HALVES: [text: string, rounding: Rounding, kept: string][] = [
    ['0.125', 'half-up', '0.13'],
    ['-0.125', 'half-up', '-0.13'],
    ['0.125', 'half-even', '0.12'],
    ['0.135', 'half-even', '0.14'],
    ['-0.125', 'half-even', '-0.12'],
    ['0.125', 'half-ceiling', '0.13'],
    ['-0.125', 'half-ceiling', '-0.12'],
    ['0.129', 'down', '0.12'],
    ['-0.129', 'down', '-0.12'],
    ['0.1251', 'half-even', '0.13'],
    ['-0.001', 'half-up', '0.00'],
    ['2', 'half-up', '2.00'],
  ]
  for (const [text, rounding, kept] of HALVES) {
    test(`${text} ${rounding} is ${kept}`, ({ assert }) => {
      assert.equal(`${decimal(text).round({ scale: 2, rounding })}`, kept)
    })
  }

  test('numbers compare whatever their zeros', ({ assert }) => {
    assert.isTrue(decimal('2.50').equals(decimal('2.5')))
    assert.equal(decimal('-1').compareTo(decimal('0.5')), -1)
    assert.equal(decimal('10').compareTo(decimal('9.999')), 1)
    assert.equal(`${decimal('2.50').trimmed()} ${decimal('100.00').trimmed()}`, '2.5 100')
    assert.equal(`${decimal('0.000').trimmed()} ${decimal('100').trimmed()}`, '0 100')
  })

  test('a person reads it as French writes it, a program as a text', ({ assert }) => {
    assert.equal(decimal('-1234567.5').toFrench(2), '−1\u202f234\u202f567,50')
    assert.equal(decimal('1250').toFrench(), '1\u202f250')
    assert.equal(decimal('-0.001').toFrench(2), '0,00')
    assert.equal(JSON.stringify({ amount: decimal('12.50') }), '{"amount":"12.50"}')
  })
})

test.group('Laws that every decimal keeps', () => {
  test('sums and products are exact and lose nothing on the way back', ({ assert }) => {
    const random = randomsFrom(90)
    for (let round = 0; round < ROUNDS; round++) {
      const [a, b, c] = [anyDecimal(random), anyDecimal(random), anyDecimal(random)]
      const said = `${a} ${b} ${c}`
      assert.isTrue(decimal(`${a}`).equals(a), said)
      assert.equal(`${a.plus(b)}`, `${b.plus(a)}`, said)
      assert.isTrue(a.plus(b).minus(b).equals(a), said)
      assert.isTrue(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c))), said)
      assert.isTrue(a.trimmed().equals(a), said)
      assert.equal(a.compareTo(b), -b.compareTo(a) as never, said)
    }
  })

  test('what rounding loses is at most half of the last digit', ({ assert }) => {
    const random = randomsFrom(91)
    for (let round = 0; round < ROUNDS; round++) {
      const [a, scale] = [anyDecimal(random), random(10)]
      const half = Decimal.of(5, scale + 1)
      for (const rounding of ['half-up', 'half-even', 'half-ceiling'] as const) {
        const lost = a.round({ scale, rounding }).minus(a).absolute()
        assert.isTrue(lost.compareTo(half) <= 0, `${a} at ${scale}, ${rounding}`)
      }
    }
  })

  test('a quotient times its divisor comes back within what was cut', ({ assert }) => {
    const random = randomsFrom(92)
    for (let round = 0; round < ROUNDS; round++) {
      const [a, b, scale] = [anyDecimal(random), anyDecimal(random), random(10)]
      if (b.isZero()) continue
      const back = a.dividedBy(b, { scale }).times(b)
      const most = b.absolute().times(Decimal.of(5, scale + 1))
      assert.isTrue(back.minus(a).absolute().compareTo(most) <= 0, `${a} / ${b} at ${scale}`)
    }
  })
})
