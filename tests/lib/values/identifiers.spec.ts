import { test } from '@japa/runner'
import { Iban, InvalidValue, PhoneNumber, Ridet, Rna, Siren, Siret } from '#lib/values'
import { randomsFrom } from '../proof/journal_fixture.js'

function reasonOf(read: () => unknown): string | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof InvalidValue) return error.reason
    throw error
  }
}

test.group('The numbers of organisations', () => {
  test('a SIREN and a SIRET are read as papers group them', ({ assert }) => {
    assert.equal(`${Siren.parse('200 053.783')}`, '200053783')
    assert.equal(`${Siret.parse('356.000.000 00048')}`, '35600000000048')
    assert.equal(`${Siret.parse('356 000 000 49837')}`, '35600000049837')
    assert.equal(Siret.parse('35600000049837').siren.value, '356000000')
  })

  test('what is wrong with one is said', ({ assert }) => {
    assert.equal(
      reasonOf(() => Siret.parse('200053783')),
      'length'
    )
    assert.equal(
      reasonOf(() => Siret.parse('35600000012342')),
      'luhn'
    )
    assert.equal(
      reasonOf(() => Siren.parse('200053784')),
      'luhn'
    )
    assert.equal(
      reasonOf(() => Siren.parse('20005378A')),
      'length'
    )
  })

  test('the exception of La Poste is hers alone', ({ assert }) => {
    assert.isNull(Siret.tryParse('20005378300007'), 'its digits make 35, and it is no post office')
  })

  test('an association has a number, overseas and Corsica included', ({ assert }) => {
    assert.equal(`${Rna.parse('w351 004 728')}`, 'W351004728')
    assert.equal(`${Rna.parse('W9r1011072')}`, 'W9R1011072')
    for (const text of ['W35100472', 'X351004728', 'WR91011072', 'W3510047281', 'W35É004728'])
      assert.isNull(Rna.tryParse(text), text)
  })

  test('a RIDET keeps its zeros', ({ assert }) => {
    assert.equal(`${Ridet.parse('0 123 456.001')}`, '0123456001')
    for (const text of ['12345678', '12345678901', '0123456-001'])
      assert.isNull(Ridet.tryParse(text), text)
  })
})

test.group('The number of an account', () => {
  const REGISTRY = [
    'FR14 2004 1010 0505 0001 3M02 606',
    'fr7630006000011234567890189',
    'DE89 3704 0044 0532 0130 00',
    'GB29 NWBK 6016 1331 9268 19',
    'NO93 8601 1117 947',
    'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
    'BR15 0000 0000 0000 1093 2840 814P 2',
  ]
  for (const text of REGISTRY) {
    test(`${text} is right`, ({ assert }) => {
      assert.equal(`${Iban.parse(text)}`, text.replaceAll(' ', '').toUpperCase())
    })
  }

  test('any one sign changed is seen', ({ assert }) => {
    const random = randomsFrom(93)
    for (let round = 0; round < 500; round++) {
      const signs = [...Iban.parse(REGISTRY[random(2)]).value]
      const at = 2 + random(signs.length - 2)
      const other = String((Number.parseInt(signs[at], 36) + 1 + random(8)) % 10)
      if (other === signs[at]) continue
      const changed = signs.with(at, other).join('')
      assert.equal(
        reasonOf(() => Iban.parse(changed)),
        'check',
        changed
      )
    }
  })

  test('a key that nobody gives is no key, and a country has its length', ({ assert }) => {
    const valid = Iban.parse(REGISTRY[1]).value
    assert.equal(
      reasonOf(() => Iban.parse(`FR${Number(valid.slice(2, 4)) + 21}`)),
      'format'
    )
    for (const key of ['00', '01', '99']) {
      const passes = Array.from({ length: 97 }, (_, end) => end)
        .map((end) => `XK${key}12120000000000${String(end).padStart(2, '0')}`)
        .filter((text) => reasonOf(() => Iban.parse(text)) === null)
      assert.isEmpty(passes, key)
    }
    const short = Array.from({ length: 97 }, (_, key) => `FR${String(key).padStart(2, '0')}`)
      .map((head) => `${head}3000600001123456789018`)
      .map((text) => reasonOf(() => Iban.parse(text)))
    assert.include(short, 'format')
    assert.isFalse(short.some((reason) => reason === null))
  })

  test('it is read aloud by four', ({ assert }) => {
    assert.match(Iban.parse(REGISTRY[0]).toFrench(), /^FR14\u202f2004\u202f.*\u202f606$/)
  })
})

test.group('A telephone number', () => {
  const READ: [text: string, territory: string | undefined, kept: string | null][] = [
    ['06.12.34.56.78', undefined, '+33612345678'],
    ['02-99-01-02-03', 'FR', '+33299010203'],
    ['24 12 34', 'NC', '+687241234'],
    ['24 12 34', 'FR', null],
    ['0612345678', 'NC', null],
    ['+33 (0)6 12 34 56 78', undefined, '+33612345678'],
    ['00 687 24 12 34', undefined, '+687241234'],
    ['+687 24 12 34', 'FR', '+687241234'],
    ['+44 20 7946 0958', 'NC', '+442079460958'],
    ['+1234567', undefined, null],
    ['+1234567890123456', undefined, null],
    ['+123456789012345', undefined, '+123456789012345'],
    ['+0612345678', undefined, null],
    ['06 12 34 56', undefined, null],
    ['06 12 34 56 7O', undefined, null],
    ['6 12 34 56 78', undefined, null],
    ['+33 6 12 34 56 78 poste 2', undefined, null],
    ['', undefined, null],
    ['24 12 34', 'ZZ', null],
    ['+687 24 12 34', 'constructor', '+687241234'],
  ]
  for (const [text, territory, kept] of READ) {
    test(`« ${text} » (${territory ?? 'nowhere said'}) is ${kept ?? 'refused'}`, ({ assert }) => {
      assert.equal(PhoneNumber.tryParse(text, territory)?.toString() ?? null, kept)
    })
  }
})
