import { test } from '@japa/runner'
import { Address, InvalidValue, LocalDate, PartialDate } from '#lib/values'

const today = LocalDate.parse('2026-11-28')

function reasonOf(read: () => unknown): string | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof InvalidValue) return error.reason
    throw error
  }
}

test.group('A day of which a part may be unknown', () => {
  const READ: [text: string, earliest: string, latest: string][] = [
    ['1954-07-03', '1954-07-03', '1954-07-03'],
    ['1992-11-00', '1992-11-01', '1992-11-30'],
    ['1992-02-00', '1992-02-01', '1992-02-29'],
    ['1992-00-00', '1992-01-01', '1992-12-31'],
    ['1977-00-03', '1977-01-03', '1977-12-03'],
    ['1977-00-31', '1977-01-31', '1977-12-31'],
  ]
  for (const [text, earliest, latest] of READ) {
    test(`${text} is from ${earliest} to ${latest}`, ({ assert }) => {
      const date = PartialDate.parse(text)
      assert.deepEqual([`${date.earliest}`, `${date.latest}`], [earliest, latest])
      assert.equal(date.isPartial, earliest !== latest)
    })
  }

  test('it is written as people write it, too', ({ assert }) => {
    assert.equal(`${PartialDate.parse(' 00/11/1992 ')}`, '1992-11-00')
    assert.deepEqual(PartialDate.parse('1977-00-03').parts, ['1977', null, '03'])
  })

  const REFUSED: [text: string, reason: string][] = [
    ['2023-02-29', 'date'],
    ['1992-13-00', 'date'],
    ['1992-00-32', 'date'],
    ['1992-02-30', 'date'],
    ['0000-01-01', 'date'],
    ['1992-1-1', 'format'],
    ['92-01-01', 'format'],
    ['1992/01/01', 'format'],
    ['né en 1992', 'format'],
    ['', 'format'],
    ['+1992-01-01', 'format'],
  ]
  for (const [text, reason] of REFUSED) {
    test(`« ${text} » is refused for its ${reason}`, ({ assert }) => {
      assert.equal(
        reasonOf(() => PartialDate.parse(text)),
        reason
      )
    })
  }
})

test.group('A date of birth', () => {
  const EDGES: [text: string, reason: string | null][] = [
    ['2026-11-28', null],
    ['2026-11-29', 'future'],
    ['2026-11-00', null],
    ['2026-12-00', 'future'],
    ['2026-00-00', null],
    ['2027-00-00', 'future'],
    ['1896-11-28', null],
    ['1896-11-27', 'too-old'],
    ['1896-11-00', null],
    ['1896-10-00', 'too-old'],
    ['1896-00-00', null],
    ['1895-00-00', 'too-old'],
    ['1896-00-27', null],
  ]
  for (const [text, reason] of EDGES) {
    test(`${text} on ${today} is ${reason ?? 'possible'}`, ({ assert }) => {
      assert.equal(
        reasonOf(() => PartialDate.parseBirth(text, today)),
        reason
      )
    })
  }

  test('a leap day has its own limit', ({ assert }) => {
    const leap = LocalDate.parse('2028-02-29')
    assert.equal(
      reasonOf(() => PartialDate.parseBirth('1898-02-28', leap)),
      'too-old'
    )
    assert.isNull(reasonOf(() => PartialDate.parseBirth('1898-03-01', leap)))
  })
})

test.group('An address, as the Base Adresse Nationale has it', () => {
  const said = {
    id: '35238_4567_00012_bis',
    housenumber: '12 bis',
    street: 'Rue de la Mairie',
    name: ' 12 bis  Rue de la Mairie',
    postcode: '35000',
    citycode: '35238',
    city: 'Rennes',
  }

  test('it keeps the words of the BAN, and its label', ({ assert }) => {
    const address = Address.parse({ ...said, score: 0.97 } as never)
    assert.equal(address.label, '12 bis Rue de la Mairie 35000 Rennes')
    assert.deepEqual(address.lines(), ['12 bis Rue de la Mairie', '35000 Rennes'])
    assert.deepEqual(Address.parse(JSON.parse(JSON.stringify(address))), address)
    assert.notProperty(address.toJSON(), 'score')
  })

  const WRONG: [part: string, value: string][] = [
    ['name', ' '],
    ['postcode', '3500'],
    ['citycode', '2C004'],
    ['city', ''],
  ]
  for (const [part, value] of WRONG) {
    test(`${part} « ${value} » is refused by its name`, ({ assert }) => {
      assert.equal(
        reasonOf(() => Address.parse({ ...said, [part]: value })),
        part
      )
    })
  }

  test('Corsica and overseas have their codes', ({ assert }) => {
    assert.isNotNull(Address.tryParse({ ...said, postcode: '20000', citycode: '2A004' }))
    assert.isNotNull(Address.tryParse({ ...said, postcode: '98800', citycode: '98818' }))
  })
})
