import { test } from '@japa/runner'
import match from '#app/outsiders/rule_commands/usagers_match'
import { nameKey } from '#lib/outsiders'
import { LocalDate } from '#lib/values'
import { randomsFrom } from '../proof/journal_fixture.js'

const today = LocalDate.parse('2026-11-28')
const verdictOf = (a: object, b: object) => (match.answer({ a, b }, today) as any).verdict

const ANNE = {
  birthName: 'Le Goff',
  givenNames: ['Maëlle', 'Anne'],
  birthdate: '1988-04-12',
  birthplace: '35238',
  sex: 'F',
}

test.group('The key of a name', () => {
  test('is its letters without marks, in upper case', ({ assert }) => {
    assert.deepEqual(
      [
        'Le Goff',
        'D’Ornano',
        'Dʼornano',
        'Cœur',
        'Æsop',
        'Straße',
        'Nguyễn',
        'JEAN-LUC',
        '- .',
      ].map(nameKey),
      ['LEGOFF', 'DORNANO', 'DORNANO', 'COEUR', 'AESOP', 'STRASSE', 'NGUYEN', 'JEANLUC', '']
    )
  })
})

test.group('Two records of one person, perhaps', () => {
  const PAIRS: [change: object, verdict: string, why: string][] = [
    [{}, 'same', 'all is equal'],
    [{ birthName: 'LE GOFF', givenNames: ['MAELLE'] }, 'same', 'marks and second names'],
    [{ sex: undefined }, 'same', 'an unknown sex contradicts nothing'],
    [{ sex: 'female' }, 'same', 'FranceConnect says it in words'],
    [{ sex: 'M' }, 'different', 'another sex'],
    [{ givenNames: ['Maëlle', 'Jeanne'] }, 'ask', 'another second name'],
    [{ givenNames: ['Anne', 'Maëlle'] }, 'different', 'another first name'],
    [{ givenNames: ['Maele'] }, 'ask', 'a letter less'],
    [{ givenNames: ['Maelles'] }, 'ask', 'a letter more'],
    [{ givenNames: ['Malele'] }, 'different', 'two letters'],
    [{ givenNames: [] }, 'ask', 'no given name on one side'],
    [{ givenNames: [' '] }, 'ask', 'a blank is no given name'],
    [{ birthplace: null }, 'ask', 'an unknown place'],
    [{ birthplace: '' }, 'ask', 'an empty place'],
    [{ birthplace: '35239' }, 'ask', 'another place'],
    [{ birthdate: '1988-12-04' }, 'ask', 'day and month exchanged'],
    [{ birthdate: '1988-04-13' }, 'ask', 'one digit'],
    [{ birthdate: '1988-04-21' }, 'different', 'two digits'],
    [{ birthdate: '1988-00-00' }, 'ask', 'a year alone'],
    [{ birthdate: '1988-04-00' }, 'ask', 'no day'],
    [{ birthdate: '1988-05-00' }, 'different', 'no day, another month'],
    [{ birthdate: '1989-00-00' }, 'different', 'near is for whole dates'],
    [{ birthdate: '12/04/1988' }, 'same', 'as people write it'],
    [{ birthName: 'Le Gof' }, 'ask', 'a letter less in a long name'],
    [{ birthName: 'Martin' }, 'different', 'another name'],
    [{ birthName: 'Martin', usageName: 'LE GOFF' }, 'ask', 'the name of a marriage'],
    [{ birthName: 'Le Gof', birthdate: '1988-04-13' }, 'different', 'near twice'],
    [{ birthName: '' }, 'different', 'no birth name on one side'],
    [{ email: 'x@y.fr', phone: '1', address: 'z' }, 'same', 'they count for nothing'],
  ]
  for (const [change, verdict, why] of PAIRS) {
    test(`${verdict}: ${why}`, ({ assert }) => {
      assert.equal(verdictOf(ANNE, { ...ANNE, ...change }), verdict)
      assert.equal(verdictOf({ ...ANNE, ...change }, ANNE), verdict, 'in the other direction')
    })
  }

  test('two usage names alike make no link, nor does an empty one', ({ assert }) => {
    const one = { ...ANNE, birthName: 'Martin', usageName: 'Dubois' }
    assert.equal(
      verdictOf(one, { ...ANNE, birthName: 'Mercier', usageName: 'Dubois' }),
      'different'
    )
    assert.equal(verdictOf({ ...one, usageName: '' }, { ...ANNE, birthName: '' }), 'different')
  })

  test('a short name is another one when a letter changes', ({ assert }) => {
    const named = (birthName: string) => ({ ...ANNE, birthName })
    assert.equal(verdictOf(named('Yve'), named('Yves')), 'different')
    assert.equal(verdictOf(named('Yves'), named('Yvess')), 'ask')
    assert.equal(verdictOf(named('Ives'), named('Yves')), 'ask')
  })

  test('what is known in part is compatible or another day, never near', ({ assert }) => {
    const born = (birthdate: string) => ({ ...ANNE, birthdate })
    assert.equal(verdictOf(born('1988-00-00'), born('1988-00-00')), 'ask')
    assert.equal(verdictOf(born('1988-00-00'), born('1989-00-00')), 'different')
    assert.equal(verdictOf(born('1988-04-00'), born('1988-05-00')), 'different')
    assert.equal(verdictOf(born('1988-04-00'), born('1988-00-12')), 'ask')
  })

  test('nobody has a given name on both sides: it is equal', ({ assert }) => {
    const bare = { ...ANNE, givenNames: [] }
    assert.equal(verdictOf(bare, bare), 'same')
  })

  test('the verdict is the same from both sides, whatever the records', ({ assert }) => {
    const random = randomsFrom(95)
    const pick = <T>(list: T[]) => list[random(list.length)]
    const anybody = () => ({
      birthName: pick(['Le Goff', 'LE GOF', 'Martin', 'Y', '']),
      usageName: pick(['Martin', 'Le Goff', undefined]),
      givenNames: pick([['Maëlle'], ['Maele', 'Anne'], ['Jean'], ['Maëlle', 'Anne']]),
      sex: pick(['F', 'M', undefined]),
      birthdate: pick(['1988-04-12', '1988-12-04', '1988-04-00', '1988-00-00', '1998-04-12']),
      birthplace: pick(['35238', '44109', undefined]),
    })
    const seen = new Set<string>()
    for (let round = 0; round < 4000; round++) {
      const [a, b] = [anybody(), anybody()]
      const verdict = verdictOf(a, b)
      seen.add(verdict)
      assert.equal(verdictOf(b, a), verdict, JSON.stringify([a, b]))
      if (verdict === 'same') assert.equal(nameKey(a.birthName), nameKey(b.birthName))
    }
    assert.sameMembers([...seen], ['same', 'ask', 'different'])
  })
})

test.group('A pair that cannot be judged', () => {
  const BAD: [b: unknown, code: string][] = [
    [undefined, 'b'],
    [[], 'b'],
    [{ ...ANNE, birthdate: undefined }, 'birthdate'],
    [{ ...ANNE, birthdate: '1988-02-30' }, 'birthdate'],
    [{ ...ANNE, birthdate: 19880412 }, 'birthdate'],
    [{ ...ANNE, givenNames: 'Anne' }, 'givenNames'],
    [{ ...ANNE, givenNames: [1] }, 'givenNames'],
    [{ ...ANNE, sex: 2 }, 'sex'],
    [{ ...ANNE, birthName: '', givenNames: [] }, 'name'],
  ]
  for (const [b, code] of BAD) {
    test(`is told by ${code}: ${JSON.stringify(b) ?? 'nobody'}`, ({ assert }) => {
      try {
        match.answer({ a: ANNE, b }, today)
        assert.fail('it was judged')
      } catch (error) {
        assert.equal((error as any).code, code)
      }
    })
  }
})

test.group('Two files that write one thing in two ways', () => {
  const BORN = { ...ANNE, birthplace: 'Orléans' }
  const ALIKE: [name: string, a: object, b: object][] = [
    ['composed or not', BORN, { ...BORN, birthplace: 'Orle\u0301ans' }],
    ['capitals and spaces', { ...ANNE, birthplace: '2b002' }, { ...ANNE, birthplace: ' 2B002 ' }],
    ['a sex that nobody specified', { ...BORN, sex: 'unspecified' }, { ...BORN, sex: 'F' }],
  ]
  for (const [name, a, b] of ALIKE) {
    test(`are of the same person: ${name}`, ({ assert }) => {
      assert.deepEqual(match.answer({ a, b }, today), { verdict: 'same' })
    })
  }
})
